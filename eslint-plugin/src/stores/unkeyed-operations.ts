/**
 * Operations that add something each time they run, and the ids by which a server or a consumer tells that it
 * has seen one already. Sources: the documentation of Redis, Stripe, AWS (SQS, SNS, EventBridge), BullMQ, NATS
 * JetStream, Kafka, RabbitMQ, Azure Service Bus, Google Pub/Sub, Prisma, Knex, Drizzle, Sequelize, MongoDB.
 */
import type { RepeatedEffect } from '../analysis/race.js';

/** Names under which an operation carries an id of its own: options, headers, columns, variables. */
export const OPERATION_ID =
  /^(?:x-)?(?:idempot\w*|dedup\w*|messageDedup\w*|operation|op|request|req|client_?request|client|event|message|msg|job|transaction|txn?|tx|payment_?request|correlation|delivery|external|outbox|attempt_?group|order_?request|merchant_?reference|end_?to_?end)[-_]?(?:key|id|ids|token|uuid|guid|ref|reference|number)$|^(?:x-)?idempot\w*(?:[-_]\w+)*$|^(?:nonce|uuid|guid|singleton_?key|reference_?id|client_?msg_?id|source_?id|dedupe|fingerprint|checksum)$/iu;

/** Columns by which the record itself is known. */
export const RECORD_ID = /^(?:_?id|uuid|guid|pk|sk|key|slug|email|username|handle|sku|hash)$/iu;

/** Methods of Redis clients that are known by their names everywhere. */
export const REDIS_EFFECTS: ReadonlyMap<string, RepeatedEffect> = new Map<string, RepeatedEffect>(Object.entries({
  incr: 'increment',
  incrby: 'increment',
  incrbyfloat: 'increment',
  decr: 'increment',
  decrby: 'increment',
  hincrby: 'increment',
  hincrbyfloat: 'increment',
  zincrby: 'increment',
  'json.numincrby': 'increment',
  lpush: 'push',
  rpush: 'push',
  lpushx: 'push',
  rpushx: 'push',
  append: 'push',
  xadd: 'push',
  'json.arrappend': 'push',
} as const));

/** Receivers whose counters are measurements: twice is no loss. */
export const METRIC_RECEIVER = /stat|metric|counter|gauge|prom|datadog|telemetry|histogram|meter|tracer|span/iu;

/** Methods that hand a message on, whatever object they are of. */
export const PUBLISHING_METHODS =
  /^(?:publish|publishMessage|publishJSON|publishBatch|enqueue|enqueueJob|sendToQueue|sendMessage|sendMessages|sendBatch|sendMail|sendEmail|sendSms|sendSMS|sendNotification|produce|addJob|putEvents|putRecord|postMessage|dispatchJob|queueJob|pushJob|triggerEvent)$/u;

/** Methods that do so on an object of such a name. */
export const PUBLISHING_BY_RECEIVER: ReadonlyMap<string, RegExp> = new Map(Object.entries({
  send: /producer|publisher|queue|topic|bus|sender|sns|sqs|broker|mailer|kafka|boss|emails|sgMail|postmark|twilio|outbox/iu,
  add: /queue$|queues$|jobs$/iu,
  addBulk: /queue$|queues$|jobs$/iu,
  emit: /bus|broker|eventBridge|rabbit|kafka/iu,
  push: /queue$|outbox|beanstalk|sqs/iu,
  create: /^(?:messages|calls|notifications|emails)$/u,
}));

/** Commands of the AWS SDK that add something. */
export const PUBLISHING_COMMANDS =
  /^(?:SendMessage|SendMessageBatch|Publish|PublishBatch|PutEvents|PutRecord|PutRecords|SendEmail|SendRawEmail|SendBulkEmail|StartExecution|RunTask|RunInstances)Command$/u;

/** Objects of payment libraries whose `create` moves money. */
export const PAYMENT_OBJECTS =
  /^(?:paymentIntents?|charges?|refunds?|transfers?|payouts?|invoices?|invoiceItems?|subscriptions?|payments?|paymentsApi|refundsApi|topups|orders|ordersController|transaction)$/u;
export const PAYMENT_METHODS = /^(?:create|createPayment|createRefund|confirm|capture|sale|pay|refund|charge|createOrder|ordersCreate)$/u;
export const PAYMENT_RECEIVER = /stripe|square|paypal|braintree|adyen|gateway|mollie|razorpay|payment|billing|checkout|psp|acquirer|bank|wallet|ledger/iu;

/** Functions known by their name to move money. */
export const PAYMENT_FUNCTIONS =
  /^(?:charge|chargeCard|chargeCustomer|chargeAccount|createCharge|createPayment|createPaymentIntent|capturePayment|makePayment|sendPayment|submitPayment|processPayment|issueRefund|refundPayment|createRefund|transferFunds|transferMoney|createTransfer|createPayout|payInvoice|debitAccount|creditAccount|withdraw|placeOrder|submitOrder)$/u;

/** URLs to which a POST adds something that should be there once. */
export const PAYMENT_URL = /\/(?:payments?|payment[-_]intents?|charges?|refunds?|transfers?|payouts?|invoices?|checkouts?|billing|debits?|credits?|withdrawals?|deposits?|purchases?|subscriptions?)(?:[/?#]|\b)/iu;
export const INSERT_URL = /\/(?:orders?|bookings?|reservations?|transactions?|tickets?|shipments?)(?:[/?#]|\b)/iu;
export const PUBLISH_URL = /\/(?:messages?|emails?|notifications?|sms|events|webhooks?|publish|invites?|invitations?)(?:[/?#]|\b)/iu;

/** Methods that insert a record. */
export const INSERTING_METHODS: ReadonlySet<string> = new Set([
  'create',
  'createMany',
  'insert',
  'insertOne',
  'insertMany',
  'insertInto',
  'insertGraph',
  'bulkCreate',
  'add',
]);

/** Steps of a query that make an insert harmless when it runs twice. */
export const INSERT_GUARDS = /^(?:onConflict\w*|onDuplicateKey\w*|ignore|orIgnore|orUpdate|upsert|merge|ignoreDuplicates|skipDuplicates|whereNotExists)$/u;
export const INSERT_GUARD_OPTIONS = /^(?:skipDuplicates|ignoreDuplicates|updateOnDuplicate|onConflict|upsert|ignore)$/u;

/** SQL that adds something each time it runs. */
export function effectOfSql(sql: string): RepeatedEffect | undefined {
  if (/\binsert\s+(?:into|ignore)\b/iu.test(sql)) {
    const harmless = /\bon\s+conflict\b|\bon\s+duplicate\s+key\b|\binsert\s+(?:or\s+)?ignore\b|\bwhere\s+not\s+exists\b|\bor\s+replace\b/iu;
    return harmless.test(sql) ? undefined : 'insert';
  }
  const update = /\bupdate\b[\s\S]*?\bset\b([\s\S]*?)(?:\bwhere\b([\s\S]*))?$/iu.exec(sql);
  const [, assignments = '', condition = ''] = update ?? [];
  if (!/\b(\w+)\s*=\s*(?:\w+\.)?["'`]?\1["'`]?\s*[-+]/iu.test(assignments)) return undefined;
  // With a state or a version in its condition, it applies once.
  return /\b(?:version|status|state|processed|applied|last_\w+)\b/iu.test(condition) ? undefined : 'increment';
}

/** The columns that an insert names. */
export function columnsOf(sql: string): readonly string[] {
  const list = /\binsert\s+into\s+["'`[]?[\w.]+["'`\]]?\s*\(([^)]*)\)/iu.exec(sql)?.[1] ?? '';
  return list.split(',').map((column) => column.trim().replace(/["'`[\]]/gu, ''));
}
