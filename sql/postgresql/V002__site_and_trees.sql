-- Extension tables beside the twelve, and the rule that a tree of assets or places never bites its own tail.

-- What this database is. One row each.
CREATE TABLE app.site (
    only_row boolean PRIMARY KEY DEFAULT true CONSTRAINT site_one_row CHECK (only_row),
    name varchar(100) NOT NULL DEFAULT 'Site',
    time_zone varchar(64) NOT NULL DEFAULT 'UTC',
    is_demo boolean NOT NULL DEFAULT false,
    row_version integer NOT NULL DEFAULT 0
);
INSERT INTO app.site DEFAULT VALUES;

-- `schema_version` is the number of the last migration that ended well, written by the migrator after the lint found
-- nothing; a client older than `minimum_client` must not work on this schema.
CREATE TABLE app.schema_info (
    only_row boolean PRIMARY KEY DEFAULT true CONSTRAINT schema_info_one_row CHECK (only_row),
    schema_version integer NOT NULL DEFAULT 0,
    minimum_client integer NOT NULL DEFAULT 1,
    migrated_at timestamp NOT NULL DEFAULT app.utc_now()
);
INSERT INTO app.schema_info DEFAULT VALUES;

-- Two re-parentings that are each harmless can close a ring together. Updating this row makes the second wait under
-- READ COMMITTED, and fail with 40001 under stricter isolation, where it could not see the first one's result.
CREATE TABLE app.tree_guard (
    tree text PRIMARY KEY,
    moves bigint NOT NULL DEFAULT 0
);
INSERT INTO app.tree_guard (tree) VALUES ('assets'), ('locations');

CREATE FUNCTION app.asset_tree_check() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NEW.parent_asset_id IS NULL THEN
        RETURN NEW;
    END IF;
    IF TG_OP = 'UPDATE' THEN
        IF NEW.parent_asset_id IS NOT DISTINCT FROM OLD.parent_asset_id THEN
            RETURN NEW;
        END IF;
        UPDATE app.tree_guard SET moves = moves + 1 WHERE tree = 'assets';
    END IF;
    IF EXISTS (
        WITH RECURSIVE up (id, parent) AS (
            SELECT asset_id, parent_asset_id FROM app.assets WHERE asset_id = NEW.parent_asset_id
            UNION
            SELECT a.asset_id, a.parent_asset_id FROM up JOIN app.assets a ON a.asset_id = up.parent
        )
        -- A row of the same statement may already point at this one, which is not there yet.
        SELECT FROM up WHERE NEW.asset_id IN (id, parent)
    ) OR NEW.parent_asset_id = NEW.asset_id THEN
        RAISE EXCEPTION 'Asset % can not be placed below itself or below one of its own components.', NEW.asset_id
            USING ERRCODE = 'PSH02', SCHEMA = 'app', TABLE = 'assets', COLUMN = 'parent_asset_id';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER t50_tree BEFORE INSERT OR UPDATE ON app.assets
    FOR EACH ROW EXECUTE FUNCTION app.asset_tree_check();

CREATE FUNCTION app.location_tree_check() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NEW.parent_location_id IS NULL THEN
        RETURN NEW;
    END IF;
    IF TG_OP = 'UPDATE' THEN
        IF NEW.parent_location_id IS NOT DISTINCT FROM OLD.parent_location_id THEN
            RETURN NEW;
        END IF;
        UPDATE app.tree_guard SET moves = moves + 1 WHERE tree = 'locations';
    END IF;
    IF EXISTS (
        WITH RECURSIVE up (id, parent) AS (
            SELECT location_id, parent_location_id FROM app.locations WHERE location_id = NEW.parent_location_id
            UNION
            SELECT l.location_id, l.parent_location_id FROM up JOIN app.locations l ON l.location_id = up.parent
        )
        SELECT FROM up WHERE NEW.location_id IN (id, parent)
    ) OR NEW.parent_location_id = NEW.location_id THEN
        RAISE EXCEPTION 'Location % can not be placed below itself or below a place inside it.', NEW.location_id
            USING ERRCODE = 'PSH02', SCHEMA = 'app', TABLE = 'locations', COLUMN = 'parent_location_id';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER t50_tree BEFORE INSERT OR UPDATE ON app.locations
    FOR EACH ROW EXECUTE FUNCTION app.location_tree_check();
