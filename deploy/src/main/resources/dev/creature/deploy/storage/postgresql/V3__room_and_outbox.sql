-- compatible: 2
-- For how many more conversations a node has room, as it measured; 1 of a node that does not say.
ALTER TABLE cluster_node ADD COLUMN IF NOT EXISTS free_slots INT DEFAULT 1 NOT NULL;
-- Changes to tasks that the board has not answered yet: they outlive the node that was asked.
CREATE TABLE IF NOT EXISTS board_outbox (
  task VARCHAR(255) NOT NULL,
  kind VARCHAR(16) NOT NULL,
  form VARCHAR(64) NOT NULL,
  message BYTEA NOT NULL,
  asked_millis BIGINT NOT NULL,
  PRIMARY KEY (task, kind)
);
