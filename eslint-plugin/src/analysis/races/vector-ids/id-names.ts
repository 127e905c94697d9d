/** What names tell about ids. Every guess by name is here. */

/** Functions that give an id nobody else has. */
const UNIQUE =
  /^(?:random\w*|uuid(?!_?v?[35]$)\w*|v[1467]|nanoid\w*|ulid\w*|cuid\w*|ksuid\w*|createId|generateId|newId|uniqueId|objectid|snowflake\w*|incr(?:by)?|hincrby|now|getTime|hrtime|performance|toISOString|date)$/iu;

/** Methods and members that say how many there are. */
const COUNTS =
  /^(?:length|size|count|counts|total|total(?:Record|Vector|Row|Point)?Count|(?:record|vector|row|point)s?_?count|max(?:_?id)?|countDocuments|countRows|describeIndexStats|vectorCount|recordCount)$/iu;

/** Names of what many callers write about. */
const TOPICS = /^(?:topic|subject|category|theme)(?:Name|Id|Key|Slug)?$/iu;

/** Names of who it is that writes, or for whom: a place that has such a name in it is not shared. */
const OWNERS =
  /agent|session|user|tenant|thread|run|owner|account|customer|org|workspace|conversation|chat/iu;

/** Names of the place where all records of one kind are. */
const PLACES = /^(?:collection|index|table|class|db|database|store)(?:Name)?$/iu;

/** Functions that give the same for the same, whenever they are called. */
const PURE =
  /embed|encod|vector|^(?:String|Number|JSON|stringify|parse|map|flatMap|filter|join|split|slice|trim|toLowerCase|concat|flat|from|all|resolve|Array|Object|entries|keys|values|fill|replace\w*|toFixed|toString|padStart|push|Document)$/iu;

/** Functions that give their argument in another notation. */
const NOTATIONS =
  /^(?:String|Number|BigInt|toString|padStart|padEnd|toFixed|trim|toLowerCase|toUpperCase|replace|replaceAll|slice|substring|slugify|kebabCase|snakeCase|encodeURIComponent|valueOf)$/u;

/** Functions that cut a list into parts. */
const BATCHES = /chunk|batch|split(?:Every|Into)?$|partition|slices|pages?$|group/iu;

/** Positions in a list, as callbacks of helpers other than the language's own name them. */
const POSITIONS = /^(?:i|idx|index|n|pos|position|offset|chunkIndex|chunkIdx)$/iu;

export const isUniqueName = (name: string): boolean => UNIQUE.test(name);
export const isCountName = (name: string): boolean => COUNTS.test(name);
export const isTopicName = (name: string): boolean => TOPICS.test(name);
export const isOwnerName = (name: string): boolean => OWNERS.test(name);
export const isPlaceName = (name: string): boolean => PLACES.test(name);
export const isPureName = (name: string): boolean => PURE.test(name);
export const isNotationName = (name: string): boolean => NOTATIONS.test(name);
export const isBatchName = (name: string): boolean => BATCHES.test(name);
export const isPositionName = (name: string): boolean => POSITIONS.test(name);
