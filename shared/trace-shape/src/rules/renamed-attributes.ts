/**
 * Names that attributes had before their conventions were declared stable, and that older articles
 * and libraries still use, with what they are called now.
 *
 * From the deprecated parts of the registry: https://opentelemetry.io/docs/specs/semconv/registry/attributes/
 */
const renamed: Readonly<Record<string, readonly string[]>> = {
  'http.method': ['http.request.method'],
  'http.status_code': ['http.response.status_code'],
  'http.scheme': ['url.scheme'],
  'http.url': ['url.full'],
  'http.target': ['url.path', 'url.query'],
  'http.host': ['server.address'],
  'http.server_name': ['server.address'],
  'http.client_ip': ['client.address'],
  'http.flavor': ['network.protocol.version'],
  'http.user_agent': ['user_agent.original'],
  'http.request_content_length': ['http.request.body.size'],
  'http.response_content_length': ['http.response.body.size'],
  'http.request_content_length_uncompressed': ['http.request.body.size'],
  'http.response_content_length_uncompressed': ['http.response.body.size'],
  'http.resend_count': ['http.request.resend_count'],
  'net.peer.name': ['server.address', 'client.address'],
  'net.peer.port': ['server.port', 'client.port'],
  'net.peer.ip': ['network.peer.address'],
  'net.host.name': ['server.address'],
  'net.host.port': ['server.port'],
  'net.host.ip': ['network.local.address'],
  'net.sock.peer.addr': ['network.peer.address'],
  'net.sock.peer.port': ['network.peer.port'],
  'net.sock.host.addr': ['network.local.address'],
  'net.sock.host.port': ['network.local.port'],
  'net.transport': ['network.transport'],
  'net.protocol.name': ['network.protocol.name'],
  'net.protocol.version': ['network.protocol.version'],
  'db.system': ['db.system.name'],
  'db.statement': ['db.query.text'],
  'db.operation': ['db.operation.name'],
  'db.name': ['db.namespace'],
  'db.sql.table': ['db.collection.name'],
  'db.mongodb.collection': ['db.collection.name'],
  'db.cassandra.table': ['db.collection.name'],
  'db.redis.database_index': ['db.namespace'],
  'db.connection_string': ['server.address', 'server.port'],
  'messaging.operation': ['messaging.operation.type'],
  'messaging.client_id': ['messaging.client.id'],
  'messaging.kafka.consumer.group': ['messaging.consumer.group.name'],
  'messaging.kafka.message.offset': ['messaging.kafka.offset'],
  'rpc.system': ['rpc.system.name'],
  'peer.service': ['service.peer.name'],
  'code.function': ['code.function.name'],
  'code.filepath': ['code.file.path'],
  'code.lineno': ['code.line.number'],
  'deployment.environment': ['deployment.environment.name'],
};

/** Names that never were in the conventions and are written all the same, with what is meant. */
const mistaken: Readonly<Record<string, readonly string[]>> = {
  'http.path': ['url.path', 'http.route'],
  'http.status': ['http.response.status_code'],
  'http.code': ['http.response.status_code'],
  'http.response.status': ['http.response.status_code'],
  'http.request.url': ['url.full'],
  'error.name': ['error.type'],
  'error.kind': ['error.type'],
  'error.class': ['error.type'],
  'exception.name': ['exception.type'],
  'exception.class': ['exception.type'],
  'exception.stack': ['exception.stacktrace'],
  'db.query': ['db.query.text'],
  'db.table': ['db.collection.name'],
  service: ['service.name'],
};

/** Why a name is not the one to use, and which is. */
export interface AttributeRename {
  readonly from: string;
  readonly to: string;
  /** Whether the old name was once right. */
  readonly wasOfficial: boolean;
}

/**
 * The attribute among `present` that is an old or mistaken name of `wanted`.
 *
 * @param wanted the name that the semantic conventions use today.
 * @param present the names a span really has.
 *
 * @example
 * ```ts
 * findRename('http.request.method', ['http.method']); // { from: 'http.method', … }
 * ```
 */
export function findRename(
  wanted: string,
  present: readonly string[],
): AttributeRename | undefined {
  const from = present.find((name) => namesToday(name).includes(wanted));
  if (from === undefined) return undefined;
  return { from, to: wanted, wasOfficial: Object.hasOwn(renamed, from) };
}

/**
 * What an attribute is called today, the likeliest first: empty for a name that is not known to be old or mistaken.
 *
 * @see https://opentelemetry.io/docs/specs/semconv/non-normative/http-migration/
 */
export function namesToday(name: string): readonly string[] {
  if (Object.hasOwn(renamed, name)) return renamed[name] ?? [];
  return Object.hasOwn(mistaken, name) ? (mistaken[name] ?? []) : [];
}
