-- compatible: 1
-- Who may speak in a conversation: the node that took it last. Only a hash of the session's key is kept.
CREATE TABLE IF NOT EXISTS conversation_claim (
  conversation VARCHAR(64) NOT NULL PRIMARY KEY,
  key_hash CHAR(64) NOT NULL UNIQUE,
  fence BIGINT NOT NULL,
  node VARCHAR(255) NOT NULL,
  changed_millis BIGINT NOT NULL
);
-- Devices that are paired, for all nodes. Only a hash of the token is kept.
CREATE TABLE IF NOT EXISTS paired_device (
  id VARCHAR(32) NOT NULL PRIMARY KEY,
  name VARCHAR(60) NOT NULL,
  token_hash CHAR(64) NOT NULL,
  paired_millis BIGINT NOT NULL
);
-- Rights that one node has at a time, until a moment on the database's clock.
CREATE TABLE IF NOT EXISTS node_lease (
  name VARCHAR(255) NOT NULL PRIMARY KEY,
  owner VARCHAR(255) NOT NULL,
  until_millis BIGINT NOT NULL
);
-- Nodes, as long as they say that they live.
CREATE TABLE IF NOT EXISTS cluster_node (
  address VARCHAR(255) NOT NULL PRIMARY KEY,
  machine VARCHAR(255) NOT NULL,
  url VARCHAR(255) NOT NULL,
  local_url VARCHAR(255) NOT NULL,
  draining BOOLEAN NOT NULL,
  seen_millis BIGINT NOT NULL
);
