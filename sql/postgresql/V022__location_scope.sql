-- A person may be limited to branches of the location tree. What stands elsewhere is not there for that person: assets,
-- their metrics, work orders with all that belongs to them, and stock that has a place. The branches are copied into the
-- live session like the permission list; those without a limit are asked one question a statement.
CREATE TABLE app.user_locations (
    user_id uuid NOT NULL CONSTRAINT user_locations_user_fk REFERENCES app.users,
    location_id integer NOT NULL CONSTRAINT user_locations_location_fk REFERENCES app.locations,
    created_at timestamp NOT NULL DEFAULT app.utc_now(),
    PRIMARY KEY (user_id, location_id)
);
CREATE INDEX user_locations_location_idx ON app.user_locations (location_id);
CALL migration.guard('user_locations', 'USER_LOCATION', '{user_id,location_id}', 'created', '{user:read}', '{}', '{}');
CREATE POLICY client_read_self ON app.user_locations FOR SELECT TO prosync_client
    USING (user_id = (SELECT app.current_user_id()));
GRANT SELECT (user_id, location_id, created_at) ON app.user_locations TO prosync_client;
-- Written by auth.limit_user only: both lists at once, so that nobody is without a limit in between.
GRANT SELECT, INSERT, DELETE ON app.user_locations TO prosync_auth;

GRANT CREATE ON SCHEMA app TO prosync_auth;
SET LOCAL ROLE prosync_auth;

-- The session's copy ------------------------------------------------------------------------------------------------
-- The topmost places of the branches; null: the person sees everything.
ALTER TABLE auth.session ADD COLUMN places integer[];

CREATE FUNCTION auth.places_of(p_user uuid) RETURNS integer[]
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT array_agg(l.location_id ORDER BY l.location_id) FROM app.user_locations l WHERE l.user_id = p_user
$$;

-- Whoever makes a session, it starts limited. The lock makes a change of the limit wait for a sign-in that is under way,
-- or the sign-in for the change.
CREATE FUNCTION auth.fill_places() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM FROM app.users u WHERE u.user_id = NEW.user_id FOR NO KEY UPDATE;
    NEW.places := auth.places_of(NEW.user_id);
    RETURN NEW;
END $$;
CREATE TRIGGER fill_places BEFORE INSERT ON auth.session FOR EACH ROW EXECUTE FUNCTION auth.fill_places();

CREATE FUNCTION auth.follow_user_locations() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE auth.session s SET places = auth.places_of(s.user_id)
    WHERE s.user_id IN (SELECT c.user_id FROM changed c) AND s.revoked_at IS NULL;
    RETURN NULL;
END $$;

-- What is inside ----------------------------------------------------------------------------------------------------
-- True as well for nobody.
CREATE FUNCTION app.limited() RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s auth.session := auth.live();
BEGIN
    RETURN s.session_id IS NULL OR s.places IS NOT NULL;
END $$;

CREATE FUNCTION auth.places_below(p_places integer[]) RETURNS SETOF integer
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 100 SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN QUERY
        WITH RECURSIVE down (id) AS (
            SELECT l.location_id FROM app.locations l WHERE l.location_id = ANY (p_places)
            UNION
            SELECT l.location_id FROM down JOIN app.locations l ON l.parent_location_id = down.id
        )
        SELECT down.id FROM down;
END $$;

-- An asset without a place of its own stands where the asset stands of which it is a part.
CREATE FUNCTION auth.assets_below(p_places integer[]) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 1000 SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN QUERY
        WITH RECURSIVE inside (id) AS (
            SELECT a.asset_id FROM app.assets a WHERE a.location_id IN (SELECT auth.places_below(p_places))
            UNION ALL
            SELECT a.asset_id FROM inside JOIN app.assets a ON a.parent_asset_id = inside.id AND a.location_id IS NULL
        )
        SELECT inside.id FROM inside;
END $$;

-- For policies, which ask them once a statement and only for limited people: the places with everything below…
CREATE FUNCTION app.own_places() RETURNS SETOF integer
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER ROWS 100 SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s auth.session := auth.live();
BEGIN
    RETURN QUERY SELECT auth.places_below(s.places);
END $$;

-- … those and the places above them, without which nobody could say where a branch is…
CREATE FUNCTION app.shown_places() RETURNS SETOF integer
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER ROWS 100 SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s auth.session := auth.live();
BEGIN
    RETURN QUERY
        WITH RECURSIVE up (id, parent) AS (
            SELECT l.location_id, l.parent_location_id FROM app.locations l WHERE l.location_id = ANY (s.places)
            UNION
            SELECT l.location_id, l.parent_location_id FROM up JOIN app.locations l ON l.location_id = up.parent
        )
        SELECT up.id FROM up UNION SELECT auth.places_below(s.places);
END $$;

-- … and the assets in them.
CREATE FUNCTION app.own_assets() RETURNS SETOF uuid
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER ROWS 1000 SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s auth.session := auth.live();
BEGIN
    RETURN QUERY SELECT auth.assets_below(s.places);
END $$;

-- The same for single rows, asked inside the door's own functions, where row security does not reach. A row that is not
-- there is not inside.
CREATE FUNCTION auth.inside(s auth.session, p_table text, p_key text) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF s.places IS NULL THEN
        RETURN true;
    END IF;
    RETURN CASE p_table
        WHEN 'locations' THEN p_key::integer IN (SELECT auth.places_below(s.places))
        WHEN 'assets' THEN p_key::uuid IN (SELECT auth.assets_below(s.places))
        WHEN 'asset_metrics' THEN EXISTS (
            SELECT FROM app.asset_metrics m
            WHERE m.metric_id = p_key::uuid AND m.asset_id IN (SELECT auth.assets_below(s.places)))
        WHEN 'work_orders' THEN EXISTS (
            SELECT FROM app.work_orders w
            WHERE w.work_order_id = p_key::uuid AND CASE WHEN w.asset_id IS NULL
                THEN s.user_id IN (w.assigned_to_id, w.created_by)
                ELSE w.asset_id IN (SELECT auth.assets_below(s.places)) END)
        WHEN 'parts' THEN EXISTS (
            SELECT FROM app.parts p
            WHERE p.part_id = p_key::uuid
              AND (p.location_id IS NULL OR p.location_id IN (SELECT auth.places_below(s.places))))
        WHEN 'work_order_checklist' THEN coalesce(auth.inside(s, 'work_orders', (
            SELECT c.work_order_id::text FROM app.work_order_checklist c WHERE c.checklist_item_id = p_key::uuid)), false)
        WHEN 'work_order_parts' THEN auth.inside(s, 'work_orders', split_part(p_key, '/', 1))
        ELSE true END;
END $$;

-- Every row that is written or deleted through the door's own functions: deletes, the status from the floor, measured
-- values. Arguments: the table that decides, the column with its key.
CREATE FUNCTION auth.stay_inside() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s auth.session := auth.live();
BEGIN
    IF s.places IS NOT NULL AND NOT auth.inside(s, TG_ARGV[0], to_jsonb(OLD) ->> TG_ARGV[1]) THEN
        PERFORM auth.refuse_outside();
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;

CREATE FUNCTION auth.refuse_outside() RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'This is outside the places you are limited to.' USING ERRCODE = '42501', HINT = 'place';
END $$;

-- The stored version of a row is told to those only who may see the row.
CREATE OR REPLACE FUNCTION auth.refuse_stale(p_table text, p_key text, p_stored integer, p_sent integer) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NOT auth.inside(auth.live(), p_table, p_key) THEN
        PERFORM auth.refuse_outside();
    END IF;
    RAISE EXCEPTION '% % was changed in the meantime: version % is stored, version % was edited.',
        p_table, p_key, p_stored, p_sent - 1
        USING ERRCODE = '40001', SCHEMA = 'app', TABLE = p_table, CONSTRAINT = 'row_version', HINT = p_key;
END $$;

-- A place may be moved only to where the person may also look for it; its own topmost place stays where it is.
CREATE FUNCTION auth.rule_location_parent() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s auth.session := auth.live();
BEGIN
    IF s.places IS NOT NULL
        AND (NEW.parent_location_id IS NULL OR NOT auth.inside(s, 'locations', NEW.parent_location_id::text)) THEN
        PERFORM auth.refuse_outside();
    END IF;
    RETURN NEW;
END $$;

-- Only stock that the person sees can be used up.
CREATE FUNCTION auth.rule_used_part() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NOT auth.inside(auth.live(), 'parts', NEW.part_id::text) THEN
        PERFORM auth.refuse_outside();
    END IF;
    RETURN NEW;
END $$;

-- Somebody moved a place, or an asset: more rows than the moved one may have come into sight or left it.
CREATE FUNCTION auth.announce_moved() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    t text;
BEGIN
    FOREACH t IN ARRAY TG_ARGV LOOP
        PERFORM pg_notify('prosync', t || '|U|*');
    END LOOP;
    RETURN NULL;
END $$;

-- Who may limit whom ------------------------------------------------------------------------------------------------
-- A limited person has power only over people who see no more.
CREATE FUNCTION auth.require_sight_over(s auth.session, p_user uuid) RETURNS void
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF s.places IS NOT NULL AND NOT coalesce(
        auth.places_of(p_user) <@ (SELECT array_agg(p) FROM auth.places_below(s.places) AS p), false) THEN
        RAISE EXCEPTION 'This person sees places that you do not see.' USING ERRCODE = '42501', HINT = 'place';
    END IF;
END $$;

CREATE FUNCTION auth.rule_users_sight() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s auth.session := auth.live();
BEGIN
    IF s.user_id IS DISTINCT FROM NEW.user_id THEN
        PERFORM auth.require_sight_over(s, NEW.user_id);
    END IF;
    RETURN NEW;
END $$;

-- Whom a limited person adds is limited alike.
CREATE FUNCTION auth.follow_new_user() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s auth.session := auth.live();
BEGIN
    INSERT INTO app.user_locations (user_id, location_id) SELECT NEW.user_id, p FROM unnest(s.places) AS p;
    RETURN NULL;
END $$;

-- Sets the places of somebody else; an empty list lifts the limit. p_before is what the caller saw: 40001 if it is not
-- so any more.
CREATE FUNCTION auth.limit_user(p_user_id uuid, p_before integer[], p_after integer[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s auth.session := auth.require_over(p_user_id);
    wanted integer[] := coalesce(p_after, '{}');
    stored integer[];
BEGIN
    IF s.user_id = p_user_id THEN
        RAISE EXCEPTION 'Nobody sets the own limit.' USING ERRCODE = '42501', HINT = 'self';
    END IF;
    PERFORM FROM app.users u WHERE u.user_id = p_user_id FOR NO KEY UPDATE;
    PERFORM auth.require_sight_over(s, p_user_id);
    IF s.places IS NOT NULL
        AND (wanted = '{}' OR NOT wanted <@ (SELECT array_agg(p) FROM auth.places_below(s.places) AS p)) THEN
        PERFORM auth.refuse_outside();
    END IF;
    stored := coalesce(auth.places_of(p_user_id), '{}');
    IF NOT (stored @> coalesce(p_before, '{}') AND stored <@ coalesce(p_before, '{}')) THEN
        RAISE EXCEPTION 'The limit was changed in the meantime.'
            USING ERRCODE = '40001', SCHEMA = 'app', TABLE = 'user_locations', HINT = p_user_id::text;
    END IF;
    -- First what is added: a statement in between sees too little of the new limit, never more than both.
    INSERT INTO app.user_locations (user_id, location_id)
    SELECT DISTINCT p_user_id, w FROM unnest(wanted) AS w WHERE w <> ALL (stored);
    DELETE FROM app.user_locations l WHERE l.user_id = p_user_id AND l.location_id <> ALL (wanted);
END $$;

CREATE OR REPLACE FUNCTION auth.spoken(p_table text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT CASE p_table
        WHEN 'asset_metrics' THEN 'metrics'
        WHEN 'work_order_checklist' THEN 'checklist steps'
        WHEN 'work_order_parts' THEN 'parts used on work orders'
        WHEN 'role_permissions' THEN 'permissions'
        WHEN 'user_locations' THEN 'people limited to it'
        ELSE replace(p_table, '_', ' ') END
$$;

-- Search ------------------------------------------------------------------------------------------------------------
-- What limited people may search. Functions and no conditions of a view: a view's text conditions may be tried on any
-- row before the limit is, a function's only on the rows that it returns.
CREATE FUNCTION app.limited_assets()
RETURNS TABLE (
    asset_id uuid, name varchar, description text, asset_type_id integer, status varchar, health_score integer,
    location_id integer, manufacturer varchar, model varchar, serial_number varchar, parent_asset_id uuid,
    qr_code varchar, row_version integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 200 SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s auth.session := auth.live();
BEGIN
    IF s.places IS NOT NULL AND app.can('asset:read') THEN
        RETURN QUERY
            SELECT a.asset_id, a.name, a.description, a.asset_type_id, a.status, a.health_score, a.location_id,
                   a.manufacturer, a.model, a.serial_number, a.parent_asset_id, a.qr_code, a.row_version
            FROM app.assets a
            WHERE a.asset_id IN (SELECT auth.assets_below(s.places));
    END IF;
END $$;

CREATE FUNCTION app.limited_locations()
RETURNS TABLE (
    location_id integer, name varchar, description text, city varchar, country varchar, parent_location_id integer,
    row_version integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 100 SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s auth.session := auth.live();
BEGIN
    IF s.places IS NOT NULL AND app.can('location:read') THEN
        RETURN QUERY
            SELECT l.location_id, l.name, l.description, l.city, l.country, l.parent_location_id, l.row_version
            FROM app.locations l
            WHERE l.location_id IN (SELECT app.shown_places());
    END IF;
END $$;

CREATE FUNCTION app.limited_parts()
RETURNS TABLE (
    part_id uuid, name varchar, description text, sku varchar, category varchar, quantity_in_stock integer,
    reorder_point integer, reorder_quantity integer, location_id integer, image_url varchar, row_version integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 200 SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s auth.session := auth.live();
BEGIN
    IF s.places IS NOT NULL AND app.can('part:read') THEN
        RETURN QUERY
            SELECT p.part_id, p.name, p.description, p.sku, p.category, p.quantity_in_stock, p.reorder_point,
                   p.reorder_quantity, p.location_id, p.image_url, p.row_version
            FROM app.parts p
            WHERE p.location_id IS NULL OR p.location_id IN (SELECT auth.places_below(s.places));
    END IF;
END $$;

-- Limited to places, to the own orders, or to both.
CREATE FUNCTION app.limited_work_orders()
RETURNS TABLE (
    work_order_id uuid, title varchar, description text, asset_id uuid, status varchar, priority varchar, type varchar,
    assigned_to_id uuid, created_by uuid, due_date date, row_version integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 200 SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s auth.session := auth.live();
    own_only boolean := 'work_order' = ANY (s.own_only);
BEGIN
    IF (own_only OR s.places IS NOT NULL) AND app.can('work_order:read') THEN
        RETURN QUERY
            SELECT w.work_order_id, w.title, w.description, w.asset_id, w.status, w.priority, w.type, w.assigned_to_id,
                   w.created_by, w.due_date, w.row_version
            FROM app.work_orders w
            WHERE (s.places IS NULL OR w.asset_id IN (SELECT auth.assets_below(s.places))
                   OR w.asset_id IS NULL AND s.user_id IN (w.assigned_to_id, w.created_by))
              AND (NOT own_only OR s.user_id IN (w.assigned_to_id, w.created_by));
    END IF;
END $$;

-- Costs and suppliers: null for whoever lacks purchase:read, or may not see the row.
CREATE OR REPLACE FUNCTION app.asset_cost(p_asset_id uuid) RETURNS numeric
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF app.can('purchase:read') AND app.can('asset:read') AND auth.inside(auth.live(), 'assets', p_asset_id::text) THEN
        RETURN (SELECT a.purchase_cost FROM app.assets a WHERE a.asset_id = p_asset_id);
    END IF;
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION app.part_cost(p_part_id uuid) RETURNS numeric
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF app.can('purchase:read') AND app.can('part:read') AND auth.inside(auth.live(), 'parts', p_part_id::text) THEN
        RETURN (SELECT p.cost FROM app.parts p WHERE p.part_id = p_part_id);
    END IF;
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION app.part_supplier(p_part_id uuid) RETURNS text
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF app.can('purchase:read') AND app.can('part:read') AND auth.inside(auth.live(), 'parts', p_part_id::text) THEN
        RETURN (SELECT p.supplier FROM app.parts p WHERE p.part_id = p_part_id);
    END IF;
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION app.work_order_part_cost(p_work_order_id uuid, p_part_id uuid) RETURNS numeric
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s auth.session := auth.live();
BEGIN
    IF app.can('purchase:read') AND app.can('work_order:read')
        AND auth.inside(s, 'work_orders', p_work_order_id::text) THEN
        RETURN (
            SELECT p.cost
            FROM app.work_order_parts p JOIN app.work_orders w USING (work_order_id)
            WHERE p.work_order_id = p_work_order_id AND p.part_id = p_part_id
              AND ('work_order' <> ALL (s.own_only) OR s.user_id IN (w.assigned_to_id, w.created_by)));
    END IF;
    RETURN NULL;
END $$;

GRANT EXECUTE ON FUNCTION
    app.limited(), app.own_places(), app.shown_places(), app.own_assets(), app.limited_assets(),
    app.limited_locations(), app.limited_parts(), app.limited_work_orders()
    TO prosync_client, prosync_owner;
GRANT EXECUTE ON FUNCTION auth.limit_user(uuid, integer[], integer[]) TO prosync_client;
GRANT EXECUTE ON FUNCTION
    auth.follow_user_locations(), auth.stay_inside(), auth.rule_location_parent(), auth.rule_used_part(),
    auth.announce_moved(), auth.rule_users_sight(), auth.follow_new_user()
    TO prosync_owner;
SET LOCAL ROLE prosync_owner;
REVOKE CREATE ON SCHEMA app FROM prosync_auth;

CREATE OR REPLACE VIEW app.search_assets AS
    SELECT asset_id, name, description, asset_type_id, status, health_score, location_id, manufacturer, model,
           serial_number, parent_asset_id, qr_code, row_version
    FROM app.assets
    WHERE (SELECT app.can('asset:read') AND NOT app.limited())
    UNION ALL
    SELECT asset_id, name::varchar(100), description, asset_type_id, status::varchar(50), health_score, location_id,
           manufacturer::varchar(100), model::varchar(100), serial_number::varchar(100), parent_asset_id,
           qr_code::varchar(255), row_version
    FROM app.limited_assets();

CREATE OR REPLACE VIEW app.search_locations AS
    SELECT location_id, name, description, city, country, parent_location_id, row_version
    FROM app.locations
    WHERE (SELECT app.can('location:read') AND NOT app.limited())
    UNION ALL
    SELECT location_id, name::varchar(100), description, city::varchar(100), country::varchar(100), parent_location_id,
           row_version
    FROM app.limited_locations();

CREATE OR REPLACE VIEW app.search_parts AS
    SELECT part_id, name, description, sku, category, quantity_in_stock, reorder_point, reorder_quantity, location_id,
           image_url, row_version
    FROM app.parts
    WHERE (SELECT app.can('part:read') AND NOT app.limited())
    UNION ALL
    SELECT part_id, name::varchar(100), description, sku::varchar(50), category::varchar(50), quantity_in_stock,
           reorder_point, reorder_quantity, location_id, image_url::varchar(255), row_version
    FROM app.limited_parts();

CREATE OR REPLACE VIEW app.search_work_orders AS
    SELECT work_order_id, title, description, asset_id, status, priority, type, assigned_to_id, created_by, due_date,
           row_version
    FROM app.work_orders
    WHERE (SELECT app.can('work_order:read') AND NOT app.own_only('work_order') AND NOT app.limited())
    UNION ALL
    SELECT work_order_id, title::varchar(100), description, asset_id, status::varchar(50), priority::varchar(20),
           type::varchar(50), assigned_to_id, created_by, due_date, row_version
    FROM app.limited_work_orders();

-- The rows -----------------------------------------------------------------------------------------------------------
-- Restrictive policies: whatever else a table's policies allow, it must be inside as well. p_shown decides what is read,
-- p_inside what may be written, p_decides and p_key how the door's own functions ask for a row (see auth.stay_inside). A
-- later table that belongs to a place, an asset or an order calls this beside migration.guard; the lint finds one that
-- was forgotten.
CREATE PROCEDURE migration.keep_inside(
    p_table text, p_inside text, p_decides text, p_key text, p_shown text DEFAULT NULL)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    tab text := format('app.%I', p_table);
    inside text := format('NOT (SELECT app.limited()) OR (%s)', p_inside);
    shown text := format('NOT (SELECT app.limited()) OR (%s)', coalesce(p_shown, p_inside));
BEGIN
    EXECUTE format('CREATE POLICY place_read ON %s AS RESTRICTIVE FOR SELECT TO prosync_client USING (%s)', tab, shown);
    EXECUTE format('CREATE POLICY place_insert ON %s AS RESTRICTIVE FOR INSERT TO prosync_client WITH CHECK (%s)',
                   tab, inside);
    EXECUTE format('CREATE POLICY place_update ON %s AS RESTRICTIVE FOR UPDATE TO prosync_client USING (%s) '
                   'WITH CHECK (%s)', tab, shown, inside);
    EXECUTE format('CREATE TRIGGER t30_stay_inside BEFORE UPDATE OR DELETE ON %s FOR EACH ROW '
                   'WHEN (current_user = ''prosync_auth'' AND session_user <> ''prosync_site'') '
                   'EXECUTE FUNCTION auth.stay_inside(%L, %L)', tab, p_decides, p_key);
END $$;

CALL migration.keep_inside('assets',
    'location_id IN (SELECT app.own_places()) OR location_id IS NULL AND parent_asset_id IN (SELECT app.own_assets())',
    'assets', 'asset_id');
CALL migration.keep_inside('asset_metrics', 'asset_id IN (SELECT app.own_assets())', 'assets', 'asset_id');
-- An order without an asset has no place: it is seen by those who reported it or are to do it.
CALL migration.keep_inside('work_orders',
    'asset_id IN (SELECT app.own_assets())'
    ' OR asset_id IS NULL AND (SELECT app.current_user_id()) IN (assigned_to_id, created_by)',
    'work_orders', 'work_order_id');
CALL migration.keep_inside('work_order_checklist',
    'EXISTS (SELECT FROM app.work_orders w WHERE w.work_order_id = work_order_checklist.work_order_id)',
    'work_orders', 'work_order_id');
CALL migration.keep_inside('work_order_parts',
    'EXISTS (SELECT FROM app.work_orders w WHERE w.work_order_id = work_order_parts.work_order_id)',
    'work_orders', 'work_order_id');
-- Stock without a place is everybody's.
CALL migration.keep_inside('parts', 'location_id IS NULL OR location_id IN (SELECT app.own_places())', 'parts', 'part_id');
-- A new place is not yet among the own ones when it is read back; the place in which it is made is.
CALL migration.keep_inside('locations',
    'location_id IN (SELECT app.own_places()) OR parent_location_id IN (SELECT app.own_places())',
    'locations', 'location_id',
    'location_id IN (SELECT app.shown_places()) OR parent_location_id IN (SELECT app.own_places())');

CREATE TRIGGER t20_rule_parent BEFORE UPDATE ON app.locations FOR EACH ROW
    WHEN (NEW.parent_location_id IS DISTINCT FROM OLD.parent_location_id)
    EXECUTE FUNCTION auth.rule_location_parent();
CREATE TRIGGER t20_rule_used_part BEFORE INSERT ON app.work_order_parts FOR EACH ROW
    EXECUTE FUNCTION auth.rule_used_part();
CREATE TRIGGER t20_rule_sight BEFORE UPDATE ON app.users FOR EACH ROW
    WHEN (OLD.last_login IS NOT DISTINCT FROM NEW.last_login)
    EXECUTE FUNCTION auth.rule_users_sight();
CREATE TRIGGER t60_follow_new AFTER INSERT ON app.users FOR EACH ROW EXECUTE FUNCTION auth.follow_new_user();
CREATE TRIGGER t60_follow_insert AFTER INSERT ON app.user_locations REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION auth.follow_user_locations();
CREATE TRIGGER t60_follow_delete AFTER DELETE ON app.user_locations REFERENCING OLD TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION auth.follow_user_locations();
CREATE TRIGGER t91_announce_moved AFTER UPDATE ON app.locations FOR EACH ROW
    WHEN (NEW.parent_location_id IS DISTINCT FROM OLD.parent_location_id)
    EXECUTE FUNCTION auth.announce_moved('assets', 'asset_metrics', 'work_orders', 'parts');
CREATE TRIGGER t91_announce_moved AFTER UPDATE ON app.assets FOR EACH ROW
    WHEN ((NEW.location_id, NEW.parent_asset_id) IS DISTINCT FROM (OLD.location_id, OLD.parent_asset_id))
    EXECUTE FUNCTION auth.announce_moved('assets', 'asset_metrics', 'work_orders');

-- The ledger, as far as people read it: entries about a record that is outside now, or was there last, are not shown.
-- Entries about people, roles and the site belong to no place.
CREATE OR REPLACE VIEW audit.entries AS
    SELECT o.seq, o.seal_no, o.event_id, o.at, o.user_id, u.username::text AS username,
           coalesce(nullif(btrim(concat_ws(' ', u.first_name, u.last_name)), ''), u.username)::text AS person,
           o.action, o.entity_type, o.entity_id, o.entity_key,
           CASE WHEN o.entity_type = 'ASSET' THEN o.entity_key
                ELSE coalesce(o.new_state ->> 'asset_id', o.previous_state ->> 'asset_id') END AS asset_key,
           CASE WHEN (SELECT app.can('purchase:read')) THEN o.previous_state
                ELSE o.previous_state - '{purchase_cost,cost,supplier}'::text[] END AS previous_state,
           CASE WHEN (SELECT app.can('purchase:read')) THEN o.new_state
                ELSE o.new_state - '{purchase_cost,cost,supplier}'::text[] END AS new_state,
           o.ip, o.agent, o.reason, encode(o.hash, 'hex') AS fingerprint
    FROM audit.outbox o LEFT JOIN app.users u ON u.user_id = o.user_id
    WHERE (SELECT app.signed_in())
      AND ((SELECT NOT app.limited()) OR CASE
          WHEN o.entity_type = 'ASSET' THEN o.entity_key IN (SELECT a::text FROM app.own_assets() AS a)
          WHEN o.entity_type IN ('ASSET_METRIC', 'WORK_ORDER') THEN
              coalesce(o.new_state ->> 'asset_id', o.previous_state ->> 'asset_id') IN (
                  SELECT a::text FROM app.own_assets() AS a)
          WHEN o.entity_type IN ('WORK_ORDER_CHECKLIST', 'WORK_ORDER_PART') THEN
              coalesce(o.new_state ->> 'work_order_id', o.previous_state ->> 'work_order_id') IN (
                  SELECT w.work_order_id::text FROM app.limited_work_orders() AS w)
          WHEN o.entity_type = 'PART' THEN
              coalesce(coalesce(o.new_state, o.previous_state) ->> 'location_id' IN (
                  SELECT p::text FROM app.own_places() AS p), true)
          WHEN o.entity_type = 'LOCATION' THEN o.entity_key IN (SELECT p::text FROM app.own_places() AS p)
          ELSE true END);
