BEGIN TRANSACTION;

GO

CREATE TABLE rubedo_version ( version_num NVARCHAR(32) NOT NULL, CONSTRAINT rubedo_version_pkc PRIMARY KEY (version_num) );

GO

-- Running upgrade base -> r1

CREATE TABLE teams ( id BIGINT NOT NULL IDENTITY(1,1), name NVARCHAR(50) NOT NULL, PRIMARY KEY (id) );

GO

INSERT INTO rubedo_version (version_num) VALUES (N'r1');

GO

COMMIT;

GO

BEGIN TRANSACTION;

GO

-- Running upgrade r1 -> r2

IF NOT ((SELECT count(*) AS count_1 FROM rubedo_version) = 1 AND (SELECT count(*) AS count_1 FROM rubedo_version WHERE rubedo_version.version_num IN (N'r1')) = 1) BEGIN RAISERROR(N'The database is not at r1', 16, 1); IF @@TRANCOUNT > 0 ROLLBACK; SET NOEXEC ON; END;

GO

CREATE TABLE users ( id INTEGER NOT NULL IDENTITY(1,1), login NVARCHAR(60) NOT NULL, team_id BIGINT NULL, balance NUMERIC(10, 2) NOT NULL DEFAULT 0, born DATE NULL, mood NVARCHAR(4) NULL DEFAULT N'good', PRIMARY KEY (id), CONSTRAINT ck_balance CHECK (balance > -1000), UNIQUE (login), FOREIGN KEY(team_id) REFERENCES teams (id), CHECK (mood IN (N'good', N'bad')) );

GO

UPDATE rubedo_version SET version_num=N'r2' WHERE rubedo_version.version_num = N'r1';

GO

COMMIT;

GO

BEGIN TRANSACTION;

GO

-- Running upgrade r2 -> r3

IF NOT ((SELECT count(*) AS count_1 FROM rubedo_version) = 1 AND (SELECT count(*) AS count_1 FROM rubedo_version WHERE rubedo_version.version_num IN (N'r2')) = 1) BEGIN RAISERROR(N'The database is not at r2', 16, 1); IF @@TRANCOUNT > 0 ROLLBACK; SET NOEXEC ON; END;

GO

INSERT INTO teams (id, name) VALUES (1, N'it''s a "b" \c; -- d
/* e */ :f ? %s'), (2, N'b');

GO

UPDATE rubedo_version SET version_num=N'r3' WHERE rubedo_version.version_num = N'r2';

GO

COMMIT;

GO

BEGIN TRANSACTION;

GO

-- Running upgrade r3 -> r4

IF NOT ((SELECT count(*) AS count_1 FROM rubedo_version) = 1 AND (SELECT count(*) AS count_1 FROM rubedo_version WHERE rubedo_version.version_num IN (N'r3')) = 1) BEGIN RAISERROR(N'The database is not at r3', 16, 1); IF @@TRANCOUNT > 0 ROLLBACK; SET NOEXEC ON; END;

GO

INSERT INTO users (id, login, team_id, born) VALUES (1, 'ada', 1, '1815-12-10');

GO

UPDATE rubedo_version SET version_num=N'r4' WHERE rubedo_version.version_num = N'r3';

GO

COMMIT;

GO

BEGIN TRANSACTION;

GO

-- Running upgrade r4 -> r5

IF NOT ((SELECT count(*) AS count_1 FROM rubedo_version) = 1 AND (SELECT count(*) AS count_1 FROM rubedo_version WHERE rubedo_version.version_num IN (N'r4')) = 1) BEGIN RAISERROR(N'The database is not at r4', 16, 1); IF @@TRANCOUNT > 0 ROLLBACK; SET NOEXEC ON; END;

GO

ALTER TABLE users ADD email NVARCHAR(80) NULL;

GO

execute sp_addextendedproperty 'MS_Description', N'it''s', 'schema', dbo, 'table', users, 'column', email;

GO

UPDATE rubedo_version SET version_num=N'r5' WHERE rubedo_version.version_num = N'r4';

GO

COMMIT;

GO

BEGIN TRANSACTION;

GO

-- Running upgrade r5 -> r6

IF NOT ((SELECT count(*) AS count_1 FROM rubedo_version) = 1 AND (SELECT count(*) AS count_1 FROM rubedo_version WHERE rubedo_version.version_num IN (N'r5')) = 1) BEGIN RAISERROR(N'The database is not at r5', 16, 1); IF @@TRANCOUNT > 0 ROLLBACK; SET NOEXEC ON; END;

GO

COMMIT;

GO

-- Not in batches of 1000 rows, as on a connection: this is one statement, which locks all rows that it changes until it ends

UPDATE users SET email=login;

GO

BEGIN TRANSACTION;

GO

UPDATE rubedo_version SET version_num=N'r6' WHERE rubedo_version.version_num = N'r5';

GO

COMMIT;

GO

BEGIN TRANSACTION;

GO

-- Running upgrade r6 -> r7

IF NOT ((SELECT count(*) AS count_1 FROM rubedo_version) = 1 AND (SELECT count(*) AS count_1 FROM rubedo_version WHERE rubedo_version.version_num IN (N'r6')) = 1) BEGIN RAISERROR(N'The database is not at r6', 16, 1); IF @@TRANCOUNT > 0 ROLLBACK; SET NOEXEC ON; END;

GO

CREATE INDEX ix_email ON users (email);

GO

UPDATE rubedo_version SET version_num=N'r7' WHERE rubedo_version.version_num = N'r6';

GO

COMMIT;

GO

BEGIN TRANSACTION;

GO

-- Running upgrade r7 -> r8

IF NOT ((SELECT count(*) AS count_1 FROM rubedo_version) = 1 AND (SELECT count(*) AS count_1 FROM rubedo_version WHERE rubedo_version.version_num IN (N'r7')) = 1) BEGIN RAISERROR(N'The database is not at r7', 16, 1); IF @@TRANCOUNT > 0 ROLLBACK; SET NOEXEC ON; END;

GO

ALTER TABLE users ALTER COLUMN login NVARCHAR(90) NOT NULL;

GO

UPDATE rubedo_version SET version_num=N'r8' WHERE rubedo_version.version_num = N'r7';

GO

COMMIT;

GO

BEGIN TRANSACTION;

GO

-- Running upgrade r8 -> r9

IF NOT ((SELECT count(*) AS count_1 FROM rubedo_version) = 1 AND (SELECT count(*) AS count_1 FROM rubedo_version WHERE rubedo_version.version_num IN (N'r8')) = 1) BEGIN RAISERROR(N'The database is not at r8', 16, 1); IF @@TRANCOUNT > 0 ROLLBACK; SET NOEXEC ON; END;

GO

ALTER TABLE users ALTER COLUMN email NVARCHAR(80) NOT NULL;

GO

UPDATE rubedo_version SET version_num=N'r9' WHERE rubedo_version.version_num = N'r8';

GO

COMMIT;

GO

BEGIN TRANSACTION;

GO

-- Running upgrade r9 -> r10

IF NOT ((SELECT count(*) AS count_1 FROM rubedo_version) = 1 AND (SELECT count(*) AS count_1 FROM rubedo_version WHERE rubedo_version.version_num IN (N'r9')) = 1) BEGIN RAISERROR(N'The database is not at r9', 16, 1); IF @@TRANCOUNT > 0 ROLLBACK; SET NOEXEC ON; END;

GO

EXEC sp_rename N'users.born', N'birthday', 'COLUMN';

GO

UPDATE rubedo_version SET version_num=N'r10' WHERE rubedo_version.version_num = N'r9';

GO

COMMIT;

GO

BEGIN TRANSACTION;

GO

-- Running upgrade r10 -> r11

IF NOT ((SELECT count(*) AS count_1 FROM rubedo_version) = 1 AND (SELECT count(*) AS count_1 FROM rubedo_version WHERE rubedo_version.version_num IN (N'r10')) = 1) BEGIN RAISERROR(N'The database is not at r10', 16, 1); IF @@TRANCOUNT > 0 ROLLBACK; SET NOEXEC ON; END;

GO

CREATE TABLE roles ( id INTEGER NOT NULL IDENTITY(1,1), active BIT NOT NULL DEFAULT true, notes NVARCHAR(max) NULL, PRIMARY KEY (id) );

GO

UPDATE rubedo_version SET version_num=N'r11' WHERE rubedo_version.version_num = N'r10';

GO

COMMIT;

GO

BEGIN TRANSACTION;

GO

-- Running upgrade r11 -> r12

IF NOT ((SELECT count(*) AS count_1 FROM rubedo_version) = 1 AND (SELECT count(*) AS count_1 FROM rubedo_version WHERE rubedo_version.version_num IN (N'r11')) = 1) BEGIN RAISERROR(N'The database is not at r11', 16, 1); IF @@TRANCOUNT > 0 ROLLBACK; SET NOEXEC ON; END;

GO

EXEC sp_rename N'roles', N'positions';

GO

UPDATE rubedo_version SET version_num=N'r12' WHERE rubedo_version.version_num = N'r11';

GO

COMMIT;

GO

BEGIN TRANSACTION;

GO

-- Running upgrade r12 -> r13

IF NOT ((SELECT count(*) AS count_1 FROM rubedo_version) = 1 AND (SELECT count(*) AS count_1 FROM rubedo_version WHERE rubedo_version.version_num IN (N'r12')) = 1) BEGIN RAISERROR(N'The database is not at r12', 16, 1); IF @@TRANCOUNT > 0 ROLLBACK; SET NOEXEC ON; END;

GO

ALTER TABLE positions ADD user_id INTEGER NULL;

GO

ALTER TABLE positions ADD CONSTRAINT fk_user FOREIGN KEY(user_id) REFERENCES users (id) ON DELETE CASCADE;

GO

UPDATE rubedo_version SET version_num=N'r13' WHERE rubedo_version.version_num = N'r12';

GO

COMMIT;

GO

BEGIN TRANSACTION;

GO

-- Running upgrade r13 -> r14

IF NOT ((SELECT count(*) AS count_1 FROM rubedo_version) = 1 AND (SELECT count(*) AS count_1 FROM rubedo_version WHERE rubedo_version.version_num IN (N'r13')) = 1) BEGIN RAISERROR(N'The database is not at r13', 16, 1); IF @@TRANCOUNT > 0 ROLLBACK; SET NOEXEC ON; END;

GO

CREATE VIEW names AS SELECT id, login FROM users;

GO

UPDATE rubedo_version SET version_num=N'r14' WHERE rubedo_version.version_num = N'r13';

GO

COMMIT;

GO

BEGIN TRANSACTION;

GO

-- Running downgrade r14 -> r13

IF NOT ((SELECT count(*) AS count_1 FROM rubedo_version) = 1 AND (SELECT count(*) AS count_1 FROM rubedo_version WHERE rubedo_version.version_num IN (N'r14')) = 1) BEGIN RAISERROR(N'The database is not at r14', 16, 1); IF @@TRANCOUNT > 0 ROLLBACK; SET NOEXEC ON; END;

GO

DROP VIEW names;

GO

UPDATE rubedo_version SET version_num=N'r13' WHERE rubedo_version.version_num = N'r14';

GO

COMMIT;

GO

BEGIN TRANSACTION;

GO

-- Running downgrade r13 -> r12

IF NOT ((SELECT count(*) AS count_1 FROM rubedo_version) = 1 AND (SELECT count(*) AS count_1 FROM rubedo_version WHERE rubedo_version.version_num IN (N'r13')) = 1) BEGIN RAISERROR(N'The database is not at r13', 16, 1); IF @@TRANCOUNT > 0 ROLLBACK; SET NOEXEC ON; END;

GO

ALTER TABLE positions DROP CONSTRAINT fk_user;

GO

DECLARE @dropped NVARCHAR(MAX) = N'';
SELECT @dropped += N'ALTER TABLE positions DROP CONSTRAINT ' + QUOTENAME(name) + N';' FROM (SELECT name FROM sys.default_constraints WHERE parent_object_id = OBJECT_ID(N'positions') AND parent_column_id = COLUMNPROPERTY(OBJECT_ID(N'positions'), N'user_id', 'ColumnId')) AS found;
EXEC sp_executesql @dropped;
ALTER TABLE positions DROP COLUMN user_id;

GO

UPDATE rubedo_version SET version_num=N'r12' WHERE rubedo_version.version_num = N'r13';

GO

COMMIT;

GO

BEGIN TRANSACTION;

GO

-- Running downgrade r12 -> r11

IF NOT ((SELECT count(*) AS count_1 FROM rubedo_version) = 1 AND (SELECT count(*) AS count_1 FROM rubedo_version WHERE rubedo_version.version_num IN (N'r12')) = 1) BEGIN RAISERROR(N'The database is not at r12', 16, 1); IF @@TRANCOUNT > 0 ROLLBACK; SET NOEXEC ON; END;

GO

EXEC sp_rename N'positions', N'roles';

GO

UPDATE rubedo_version SET version_num=N'r11' WHERE rubedo_version.version_num = N'r12';

GO

COMMIT;

GO

BEGIN TRANSACTION;

GO

-- Running downgrade r11 -> r10

IF NOT ((SELECT count(*) AS count_1 FROM rubedo_version) = 1 AND (SELECT count(*) AS count_1 FROM rubedo_version WHERE rubedo_version.version_num IN (N'r11')) = 1) BEGIN RAISERROR(N'The database is not at r11', 16, 1); IF @@TRANCOUNT > 0 ROLLBACK; SET NOEXEC ON; END;

GO

DROP TABLE roles;

GO

UPDATE rubedo_version SET version_num=N'r10' WHERE rubedo_version.version_num = N'r11';

GO

COMMIT;

GO

BEGIN TRANSACTION;

GO

-- Running downgrade r10 -> r9

IF NOT ((SELECT count(*) AS count_1 FROM rubedo_version) = 1 AND (SELECT count(*) AS count_1 FROM rubedo_version WHERE rubedo_version.version_num IN (N'r10')) = 1) BEGIN RAISERROR(N'The database is not at r10', 16, 1); IF @@TRANCOUNT > 0 ROLLBACK; SET NOEXEC ON; END;

GO

EXEC sp_rename N'users.birthday', N'born', 'COLUMN';

GO

UPDATE rubedo_version SET version_num=N'r9' WHERE rubedo_version.version_num = N'r10';

GO

COMMIT;

GO

BEGIN TRANSACTION;

GO

-- Running downgrade r9 -> r8

IF NOT ((SELECT count(*) AS count_1 FROM rubedo_version) = 1 AND (SELECT count(*) AS count_1 FROM rubedo_version WHERE rubedo_version.version_num IN (N'r9')) = 1) BEGIN RAISERROR(N'The database is not at r9', 16, 1); IF @@TRANCOUNT > 0 ROLLBACK; SET NOEXEC ON; END;

GO

ALTER TABLE users ALTER COLUMN email NVARCHAR(80) NULL;

GO

UPDATE rubedo_version SET version_num=N'r8' WHERE rubedo_version.version_num = N'r9';

GO

COMMIT;

GO

BEGIN TRANSACTION;

GO

-- Running downgrade r8 -> r7

IF NOT ((SELECT count(*) AS count_1 FROM rubedo_version) = 1 AND (SELECT count(*) AS count_1 FROM rubedo_version WHERE rubedo_version.version_num IN (N'r8')) = 1) BEGIN RAISERROR(N'The database is not at r8', 16, 1); IF @@TRANCOUNT > 0 ROLLBACK; SET NOEXEC ON; END;

GO

ALTER TABLE users ALTER COLUMN login NVARCHAR(60) NOT NULL;

GO

UPDATE rubedo_version SET version_num=N'r7' WHERE rubedo_version.version_num = N'r8';

GO

COMMIT;

GO

BEGIN TRANSACTION;

GO

-- Running downgrade r7 -> r6

IF NOT ((SELECT count(*) AS count_1 FROM rubedo_version) = 1 AND (SELECT count(*) AS count_1 FROM rubedo_version WHERE rubedo_version.version_num IN (N'r7')) = 1) BEGIN RAISERROR(N'The database is not at r7', 16, 1); IF @@TRANCOUNT > 0 ROLLBACK; SET NOEXEC ON; END;

GO

DROP INDEX ix_email ON users;

GO

UPDATE rubedo_version SET version_num=N'r6' WHERE rubedo_version.version_num = N'r7';

GO

COMMIT;

GO

BEGIN TRANSACTION;

GO

-- Running downgrade r6 -> r5

IF NOT ((SELECT count(*) AS count_1 FROM rubedo_version) = 1 AND (SELECT count(*) AS count_1 FROM rubedo_version WHERE rubedo_version.version_num IN (N'r6')) = 1) BEGIN RAISERROR(N'The database is not at r6', 16, 1); IF @@TRANCOUNT > 0 ROLLBACK; SET NOEXEC ON; END;

GO

UPDATE rubedo_version SET version_num=N'r5' WHERE rubedo_version.version_num = N'r6';

GO

COMMIT;

GO

BEGIN TRANSACTION;

GO

-- Running downgrade r5 -> r4

IF NOT ((SELECT count(*) AS count_1 FROM rubedo_version) = 1 AND (SELECT count(*) AS count_1 FROM rubedo_version WHERE rubedo_version.version_num IN (N'r5')) = 1) BEGIN RAISERROR(N'The database is not at r5', 16, 1); IF @@TRANCOUNT > 0 ROLLBACK; SET NOEXEC ON; END;

GO

DECLARE @dropped NVARCHAR(MAX) = N'';
SELECT @dropped += N'ALTER TABLE users DROP CONSTRAINT ' + QUOTENAME(name) + N';' FROM (SELECT name FROM sys.default_constraints WHERE parent_object_id = OBJECT_ID(N'users') AND parent_column_id = COLUMNPROPERTY(OBJECT_ID(N'users'), N'email', 'ColumnId')) AS found;
EXEC sp_executesql @dropped;
ALTER TABLE users DROP COLUMN email;

GO

UPDATE rubedo_version SET version_num=N'r4' WHERE rubedo_version.version_num = N'r5';

GO

COMMIT;

GO

BEGIN TRANSACTION;

GO

-- Running downgrade r4 -> r3

IF NOT ((SELECT count(*) AS count_1 FROM rubedo_version) = 1 AND (SELECT count(*) AS count_1 FROM rubedo_version WHERE rubedo_version.version_num IN (N'r4')) = 1) BEGIN RAISERROR(N'The database is not at r4', 16, 1); IF @@TRANCOUNT > 0 ROLLBACK; SET NOEXEC ON; END;

GO

DELETE FROM users WHERE id = 1;

GO

UPDATE rubedo_version SET version_num=N'r3' WHERE rubedo_version.version_num = N'r4';

GO

COMMIT;

GO

BEGIN TRANSACTION;

GO

-- Running downgrade r3 -> r2

IF NOT ((SELECT count(*) AS count_1 FROM rubedo_version) = 1 AND (SELECT count(*) AS count_1 FROM rubedo_version WHERE rubedo_version.version_num IN (N'r3')) = 1) BEGIN RAISERROR(N'The database is not at r3', 16, 1); IF @@TRANCOUNT > 0 ROLLBACK; SET NOEXEC ON; END;

GO

DELETE FROM teams;

GO

UPDATE rubedo_version SET version_num=N'r2' WHERE rubedo_version.version_num = N'r3';

GO

COMMIT;

GO

BEGIN TRANSACTION;

GO

-- Running downgrade r2 -> r1

IF NOT ((SELECT count(*) AS count_1 FROM rubedo_version) = 1 AND (SELECT count(*) AS count_1 FROM rubedo_version WHERE rubedo_version.version_num IN (N'r2')) = 1) BEGIN RAISERROR(N'The database is not at r2', 16, 1); IF @@TRANCOUNT > 0 ROLLBACK; SET NOEXEC ON; END;

GO

DROP TABLE users;

GO

UPDATE rubedo_version SET version_num=N'r1' WHERE rubedo_version.version_num = N'r2';

GO

COMMIT;

GO

BEGIN TRANSACTION;

GO

-- Running downgrade r1 -> base

IF NOT ((SELECT count(*) AS count_1 FROM rubedo_version) = 1 AND (SELECT count(*) AS count_1 FROM rubedo_version WHERE rubedo_version.version_num IN (N'r1')) = 1) BEGIN RAISERROR(N'The database is not at r1', 16, 1); IF @@TRANCOUNT > 0 ROLLBACK; SET NOEXEC ON; END;

GO

DROP TABLE teams;

GO

DELETE FROM rubedo_version WHERE rubedo_version.version_num = N'r1';

GO

COMMIT;

GO

