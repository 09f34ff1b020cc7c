-- compatible: 2
-- What users told about themselves and their house: of each thing the newest.
CREATE TABLE IF NOT EXISTS household_fact (
  about VARCHAR(255) NOT NULL PRIMARY KEY,
  words VARCHAR(400) NOT NULL,
  told_millis BIGINT NOT NULL
);
