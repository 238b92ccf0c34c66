-- Who runs a job now, of all programs on this database (design: jobs hold a lease row, renewed).
CREATE TABLE job_lease (
    job TEXT NOT NULL PRIMARY KEY,
    holder TEXT NOT NULL,
    until BIGINT NOT NULL,
    ran_at BIGINT NOT NULL -- when it last began; 0: not yet
);
