import { BitString, Integer, Null, ObjectIdentifier, OctetString, UTCTime, Utf8String } from 'asn1js';
import {
  AlgorithmIdentifier,
  Attribute,
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  ExtKeyUsage,
  Extension,
  IssuerAndSerialNumber,
  MessageImprint,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
  TSTInfo,
} from 'pkijs';
import { createHash, X509Certificate } from 'node:crypto';

/** A key and the certificate for it, made for a test. */
export interface Holder {
  keys: CryptoKeyPair;
  certificate: Certificate;
  /** As Node reads it. */
  x509: X509Certificate;
  /** What leads from it to its root, without the root. */
  chain: readonly Certificate[];
}

export interface CertificateWishes {
  name?: string;
  organisation?: string;
  /** Without one it issues itself. */
  issuer?: Holder;
  /** Without it, nothing is said of it; 'denied' says that it is none. */
  authority?: boolean | 'denied';
  longestPath?: number;
  from?: Date;
  until?: Date;
  key?: 'ec' | 'rsa' | 'pss';
  purpose?: 'time';
  /** The bits of its key usage. */
  usage?: number;
  /** Identifiers of critical extensions that nobody knows. */
  foreignRules?: readonly string[];
}

let serial = 1000;
const sha256 = '2.16.840.1.101.3.4.2.1';

const algorithms = {
  ec: { name: 'ECDSA', namedCurve: 'P-256' },
  rsa: {
    name: 'RSASSA-PKCS1-v1_5',
    modulusLength: 2048,
    publicExponent: new Uint8Array([1, 0, 1]),
    hash: 'SHA-256',
  },
  pss: { name: 'RSA-PSS', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' },
} as const;

export async function makeHolder(wishes: CertificateWishes = {}): Promise<Holder> {
  const { name = 'Arta Hoxha', organisation, issuer } = wishes;
  const keys = await crypto.subtle.generateKey(algorithms[wishes.key ?? 'ec'], true, ['sign', 'verify']);
  const certificate = new Certificate();
  certificate.version = 2;
  serial += 1;
  certificate.serialNumber = new Integer({ value: serial });
  const say = (type: string, value: string) =>
    certificate.subject.typesAndValues.push(
      new AttributeTypeAndValue({ type, value: new Utf8String({ value }) }),
    );
  say('2.5.4.3', name);
  if (organisation) say('2.5.4.10', organisation);
  certificate.issuer = issuer?.certificate.subject ?? certificate.subject;
  certificate.notBefore.value = wishes.from ?? new Date('2020-01-01');
  certificate.notAfter.value = wishes.until ?? new Date('2040-01-01');
  certificate.extensions = extensionsOf(wishes);
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey);
  await certificate.sign((issuer ?? { keys }).keys.privateKey, 'SHA-256');
  const x509 = new X509Certificate(Buffer.from(certificate.toSchema(true).toBER()));
  const isUnderRoot = issuer?.certificate.issuer === issuer?.certificate.subject;
  const chain = issuer && !isUnderRoot ? [issuer.certificate, ...issuer.chain] : [];
  return { keys, certificate, x509, chain };
}

function extensionsOf({ authority, purpose, usage, longestPath, foreignRules = [] }: CertificateWishes) {
  const extensions: Extension[] = [];
  const add = (extnID: string, critical: boolean, extnValue: ArrayBuffer) =>
    extensions.push(new Extension({ extnID, critical, extnValue }));
  if (authority) {
    const limits = longestPath === undefined ? {} : { pathLenConstraint: longestPath };
    add('2.5.29.19', true, new BasicConstraints({ cA: authority === true, ...limits }).toSchema().toBER());
  }
  if (usage !== undefined) {
    add('2.5.29.15', true, new BitString({ valueHex: new Uint8Array([usage]).buffer }).toBER());
  }
  if (purpose === 'time') {
    add('2.5.29.37', true, new ExtKeyUsage({ keyPurposes: ['1.3.6.1.5.5.7.3.8'] }).toSchema().toBER());
  }
  for (const id of foreignRules) add(id, true, new Null().toBER());
  return extensions;
}

interface Message {
  digest: Uint8Array;
  contentType: string;
  at?: Date | undefined;
  carried?: Uint8Array;
  timestamp?: (signature: Uint8Array) => Promise<ContentInfo>;
}

async function messageBy({ certificate, keys, chain }: Holder, message: Message): Promise<ContentInfo> {
  const attribute = (type: string, value: unknown) => new Attribute({ type, values: [value] });
  const attributes = [
    attribute('1.2.840.113549.1.9.3', new ObjectIdentifier({ value: message.contentType })),
    attribute('1.2.840.113549.1.9.4', new OctetString({ valueHex: message.digest.slice().buffer })),
    ...(message.at ? [attribute('1.2.840.113549.1.9.5', new UTCTime({ valueDate: message.at }))] : []),
  ];
  const signed = new SignedData({
    version: 1,
    encapContentInfo: new EncapsulatedContentInfo({
      eContentType: message.contentType,
      ...(message.carried ? { eContent: new OctetString({ valueHex: message.carried.slice().buffer }) } : {}),
    }),
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({
          issuer: certificate.issuer,
          serialNumber: certificate.serialNumber,
        }),
        signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes }),
      }),
    ],
    certificates: [certificate, ...chain],
  });
  await signed.sign(keys.privateKey, 0, 'SHA-256');
  const [info] = signed.signerInfos;
  if (info && message.timestamp) {
    const token = await message.timestamp(new Uint8Array(info.signature.getValue()));
    info.unsignedAttrs = new SignedAndUnsignedAttributes({
      type: 1,
      attributes: [attribute('1.2.840.113549.1.9.16.2.14', token.toSchema())],
    });
  }
  return new ContentInfo({ contentType: ContentInfo.SIGNED_DATA, content: signed.toSchema(true) });
}

const digestOf = (...pieces: Uint8Array[]) => {
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update(piece);
  return new Uint8Array(hash.digest());
};

/** What an authority of time answers: that these bytes were there at that time. */
function stamp(authority: Holder, bytes: Uint8Array, at: Date): Promise<ContentInfo> {
  const info = new TSTInfo({
    version: 1,
    policy: '1.2.3.4',
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: sha256 }),
      hashedMessage: new OctetString({ valueHex: digestOf(bytes).slice().buffer }),
    }),
    serialNumber: new Integer({ value: 7 }),
    genTime: at,
  });
  const carried = new Uint8Array(info.toSchema().toBER());
  return messageBy(authority, {
    digest: digestOf(carried),
    contentType: '1.2.840.113549.1.9.16.1.4',
    carried,
  });
}

export interface SigningWishes {
  /** What the signer's clock says. */
  at?: Date;
  timestamp?: { authority: Holder; at: Date };
  /** The time of a whole file in place of a person's signature. */
  isFileTimestamp?: boolean;
}

const room = 16_000;

/** A PDF with one more signature, added at its end as signing programs do. */
export async function signPdf(pdf: Uint8Array, holder: Holder, wishes: SigningWishes = {}): Promise<Buffer> {
  const head = '\n9 0 obj\n<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/ByteRange ';
  const before = Buffer.concat([pdf, Buffer.from(`${head}[0 ${'0'.repeat(30)}]/Contents `)]);
  const after = Buffer.from('>>\nendobj\nstartxref\n0\n%%EOF\n');
  const gapEnd = before.length + room + 2;
  const range = `[0 ${before.length} ${gapEnd} ${after.length}`.padEnd(33, ' ') + ']';
  before.write(range, pdf.length + head.length, 'latin1');
  const digest = digestOf(before, after);
  const message = wishes.isFileTimestamp
    ? await stamp(holder, Buffer.concat([before, after]), wishes.at ?? new Date())
    : await messageBy(holder, {
        digest,
        contentType: '1.2.840.113549.1.7.1',
        at: wishes.at ?? new Date('2026-11-01T10:00:00Z'),
        ...(wishes.timestamp && { timestamp: stampWith(wishes.timestamp) }),
      });
  const hex = Buffer.from(message.toSchema().toBER()).toString('hex');
  return Buffer.concat([before, Buffer.from(`<${hex.padEnd(room, '0')}>`), after]);
}

function stampWith({ authority, at }: { authority: Holder; at: Date }) {
  return (signature: Uint8Array) => stamp(authority, signature, at);
}
