import { X509Certificate } from 'node:crypto';
import { fromBER, GeneralizedTime, OctetString, Primitive, UTCTime } from 'asn1js';
import {
  Certificate,
  ContentInfo,
  IssuerAndSerialNumber,
  SignedData,
  type Attribute,
  type SignerInfo,
} from 'pkijs';

/** The one signer of a CMS message (RFC 5652), in the parts that are checked. */
export interface SignedMessage {
  certificate: X509Certificate;
  /** What else came with it, of which chains are made. */
  others: X509Certificate[];
  digestAlgorithm: string;
  signatureAlgorithm: { oid: string; parameters: unknown };
  signature: Uint8Array;
  /** Signed in place of the content, which they name by its digest; undefined where the content itself is signed. */
  attributes:
    { encoded: Uint8Array; contentType: string; digest: Uint8Array; time: Date | undefined } | undefined;
  /** What the message carries itself, as timestamps do. */
  content: { type: string; bytes: Uint8Array<ArrayBuffer> | undefined };
  /** A timestamp of the signature. */
  timestamp: unknown;
}

const ids = {
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  digest: '1.2.840.113549.1.9.4',
  time: '1.2.840.113549.1.9.5',
  timestamp: '1.2.840.113549.1.9.16.2.14',
  subjectKey: '2.5.29.14',
} as const;

/** Certificates that one message may bring: a chain has five. */
const mostCertificates = 24;

/** @throws where it is no CMS message with one signer whose certificate is inside */
export function readSigned(der: Uint8Array): SignedMessage {
  const { offset, result } = fromBER(der);
  if (offset === -1) throw new Error('not DER');
  // Room that was kept for a longer value is filled with zeros.
  if (der.subarray(offset).some((byte) => byte !== 0)) throw new Error('more than one value');
  return signedOf(result);
}

/** @see readSigned @param schema a parsed message */
export function signedOf(schema: unknown): SignedMessage {
  const { contentType, content } = new ContentInfo({ schema });
  if (contentType !== ids.signedData) throw new Error('no signed data');
  const signed = new SignedData({ schema: content });
  const [info, ...more] = signed.signerInfos;
  if (!info || more.length > 0) throw new Error('not exactly one signer');
  const certificates = (signed.certificates ?? []).filter((one) => one instanceof Certificate);
  if (certificates.length > mostCertificates) throw new Error('too many certificates');
  const own = certificates.find((one) => isOf(info, one));
  if (!own) throw new Error('the certificate of the signer is not there');
  return {
    certificate: nodeCertificate(own),
    others: certificates.filter((one) => one !== own).flatMap(readable),
    digestAlgorithm: info.digestAlgorithm.algorithmId,
    signatureAlgorithm: {
      oid: info.signatureAlgorithm.algorithmId,
      parameters: info.signatureAlgorithm.algorithmParams,
    },
    signature: new Uint8Array(info.signature.getValue()),
    attributes: attributesOf(info),
    content: {
      type: signed.encapContentInfo.eContentType,
      bytes: signed.encapContentInfo.eContent && new Uint8Array(signed.encapContentInfo.eContent.getValue()),
    },
    timestamp: valueOf(info.unsignedAttrs?.attributes ?? [], ids.timestamp),
  };
}

function nodeCertificate(certificate: Certificate): X509Certificate {
  return new X509Certificate(Buffer.from(certificate.toSchema().toBER()));
}

/** One that cannot be read is of no use for a chain, and no fault of the signature. */
function readable(certificate: Certificate): X509Certificate[] {
  try {
    return [nodeCertificate(certificate)];
  } catch {
    return [];
  }
}

function isOf({ sid }: SignerInfo, certificate: Certificate): boolean {
  if (sid instanceof IssuerAndSerialNumber) {
    return sid.serialNumber.isEqual(certificate.serialNumber) && sid.issuer.isEqual(certificate.issuer);
  }
  const named = certificate.extensions?.find(({ extnID }) => extnID === ids.subjectKey)?.parsedValue;
  if (!(sid instanceof Primitive) || !(named instanceof OctetString)) return false;
  return Buffer.from(sid.valueBlock.valueHexView).equals(Buffer.from(named.getValue()));
}

/** The value of an attribute that may be there once. */
function valueOf(attributes: readonly Attribute[], id: string): unknown {
  const found = attributes.filter(({ type }) => type === id);
  if (found.length > 1) throw new Error(`more than one attribute ${id}`);
  const values: unknown[] = found[0]?.values ?? [];
  if (values.length > 1) throw new Error(`more than one value of ${id}`);
  return values[0];
}

function attributesOf({ signedAttrs }: SignerInfo): SignedMessage['attributes'] {
  if (!signedAttrs) return undefined;
  const digest = valueOf(signedAttrs.attributes, ids.digest);
  const type = valueOf(signedAttrs.attributes, ids.contentType);
  const time = valueOf(signedAttrs.attributes, ids.time);
  if (!(digest instanceof OctetString)) throw new Error('no digest among the signed attributes');
  return {
    encoded: new Uint8Array(signedAttrs.encodedValue),
    contentType: oidText(type),
    digest: new Uint8Array(digest.getValue()),
    time: time instanceof UTCTime || time instanceof GeneralizedTime ? dateOf(time) : undefined,
  };
}

function dateOf(time: UTCTime | GeneralizedTime): Date | undefined {
  const date = time.toDate();
  return Number.isNaN(date.getTime()) ? undefined : date;
}

function oidText(value: unknown): string {
  if (typeof value !== 'object' || value === null || !('getValue' in value)) return '';
  return typeof value.getValue === 'function' ? String(value.getValue()) : '';
}
