import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  type Configuration,
} from 'openid-client';
import type { Config, Provider } from '#server/config.ts';
import { providerCallback } from '#server/http/personal-path.ts';
import { email } from '../schema.ts';

type Settings = Pick<Config, 'publicUrl'> & { provider: Provider };

/** What proves that an answer of the provider belongs to the question. */
export interface Proof {
  state: string;
  nonce: string;
  /** Of PKCE (RFC 7636): a code that is seen on the way is of no use without it. */
  verifier: string;
}

/** Who someone is at the provider. */
export interface Identity {
  subject: string;
  /** The address that the provider says it has seen to be theirs. */
  verifiedEmail: string | undefined;
}

/** Seconds that the provider may take to answer. */
const patience = 8;
/** How long what the provider says about itself is believed. */
const hour = 60 * 60 * 1000;

const known = new WeakMap<Provider, { configuration: Configuration; at: number }>();

async function configurationOf(provider: Provider): Promise<Configuration> {
  const kept = known.get(provider);
  if (kept && Date.now() - kept.at < hour) return kept.configuration;
  const isPlain = provider.issuer.startsWith('http:');
  const configuration = await discovery(
    new URL(provider.issuer),
    provider.clientId,
    provider.clientSecret,
    undefined,
    {
      timeout: patience,
      execute: [enableNonRepudiationChecks, ...(isPlain ? [allowInsecureRequests] : [])],
    },
  );
  known.set(provider, { configuration, at: Date.now() });
  return configuration;
}

/** The address at the provider that asks who someone is. */
export async function askProvider({ provider, publicUrl }: Settings, proof: Proof): Promise<URL> {
  return buildAuthorizationUrl(await configurationOf(provider), {
    redirect_uri: publicUrl + providerCallback,
    scope: 'openid email',
    state: proof.state,
    nonce: proof.nonce,
    code_challenge: await calculatePKCECodeChallenge(proof.verifier),
    code_challenge_method: 'S256',
  });
}

/**
 * Who the provider says has come back.
 * @param query of the address that the provider sent them to
 * @throws where the answer is not one to the question, or the provider does not stand by it
 */
export async function identify(
  { provider, publicUrl }: Settings,
  query: string,
  proof: Proof,
): Promise<Identity> {
  const configuration = await configurationOf(provider);
  const tokens = await authorizationCodeGrant(configuration, new URL(publicUrl + providerCallback + query), {
    expectedState: proof.state,
    expectedNonce: proof.nonce,
    pkceCodeVerifier: proof.verifier,
  });
  const claims = tokens.claims();
  if (!claims) throw new Error('the provider said nothing about who it is');
  // Some put the address into the token, others tell it to who asks.
  const told =
    'email' in claims ? claims : await fetchUserInfo(configuration, tokens.access_token, claims.sub);
  const address = email().safeParse(told['email']);
  const isVerified = told['email_verified'] === true && address.success;
  return { subject: claims.sub, verifiedEmail: isVerified ? address.data : undefined };
}
