-- compatible: 2
-- For how many more conversations a node has room, as it measured; 1 of a node that does not say.
ALTER TABLE cluster_node ADD COLUMN IF NOT EXISTS free_slots INT DEFAULT 1 NOT NULL;
