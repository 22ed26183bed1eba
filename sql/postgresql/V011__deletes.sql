-- There is no DELETE grant. Deleting is a procedure that asks for the permission, compares the version and says in a
-- sentence what still refers to the row. Outcomes: done; 42501; 40001 (changed in the meantime); P0002 (gone);
-- PSH03 (still in use).
GRANT CREATE ON SCHEMA app TO prosync_auth;
GRANT DELETE ON app.roles, app.role_permissions, app.locations, app.asset_types, app.assets, app.asset_metrics,
    app.work_orders, app.work_order_checklist, app.work_order_parts, app.parts TO prosync_auth;
SET LOCAL ROLE prosync_auth;

-- What people call the tables that may refer to a row.
CREATE FUNCTION auth.spoken(p_table text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT CASE p_table
        WHEN 'asset_metrics' THEN 'metrics'
        WHEN 'work_order_checklist' THEN 'checklist steps'
        WHEN 'work_order_parts' THEN 'parts used on work orders'
        WHEN 'role_permissions' THEN 'permissions'
        ELSE replace(p_table, '_', ' ') END
$$;

CREATE FUNCTION auth.delete_row(p_table text, p_what text, p_keys text[], p_values text[], p_version integer)
RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    condition text;
    stored integer;
    deleted bigint;
    referrer text;
BEGIN
    SELECT string_agg(format('%I = %L', k, v), ' AND ') INTO condition
    FROM unnest(p_keys, p_values) AS x (k, v);
    BEGIN
        EXECUTE format('DELETE FROM app.%I WHERE %s%s', p_table, condition,
            CASE WHEN p_version IS NULL THEN '' ELSE format(' AND row_version = %s', p_version) END);
        GET DIAGNOSTICS deleted = ROW_COUNT;
    EXCEPTION WHEN foreign_key_violation THEN
        GET STACKED DIAGNOSTICS referrer = TABLE_NAME;
        RAISE EXCEPTION '% can not be deleted: % still refer to it.', p_what, auth.spoken(referrer)
            USING ERRCODE = 'PSH03', SCHEMA = 'app', TABLE = referrer, HINT = referrer;
    END;
    IF deleted = 1 THEN
        RETURN;
    END IF;
    IF p_version IS NOT NULL THEN
        EXECUTE format('SELECT row_version FROM app.%I WHERE %s', p_table, condition) INTO stored;
        IF stored IS NOT NULL THEN
            PERFORM auth.refuse_stale(p_table, array_to_string(p_values, '/'), stored, p_version + 1);
        END IF;
    END IF;
    RAISE EXCEPTION '% is gone already.', p_what USING ERRCODE = 'P0002', TABLE = p_table;
END $$;

CREATE PROCEDURE app.location_delete(p_id integer, p_version integer)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM auth.enlist(auth.require('location:delete'));
    PERFORM auth.delete_row('locations', 'The location', '{location_id}', ARRAY[p_id::text], coalesce(p_version, -1));
END $$;

CREATE PROCEDURE app.asset_type_delete(p_id integer, p_version integer)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM auth.enlist(auth.require('asset_type:delete'));
    PERFORM auth.delete_row('asset_types', 'The asset type', '{asset_type_id}', ARRAY[p_id::text], coalesce(p_version, -1));
END $$;

-- An asset's metrics are part of it and go along, each with a ledger line. When the asset itself must stay, so do they.
CREATE PROCEDURE app.asset_delete(p_id uuid, p_version integer)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM auth.enlist(auth.require('asset:delete'));
    DELETE FROM app.asset_metrics m WHERE m.asset_id = p_id;
    PERFORM auth.delete_row('assets', 'The asset', '{asset_id}', ARRAY[p_id::text], coalesce(p_version, -1));
END $$;

CREATE PROCEDURE app.asset_metric_delete(p_id uuid, p_version integer)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM auth.enlist(auth.require('metric:delete'));
    PERFORM auth.delete_row('asset_metrics', 'The metric', '{metric_id}', ARRAY[p_id::text], coalesce(p_version, -1));
END $$;

-- A work order goes with its checklist, but not while parts are booked on it. The permission to delete is never held by a
-- role that sees only its own orders; the check is made all the same.
CREATE PROCEDURE app.work_order_delete(p_id uuid, p_version integer)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM auth.enlist(auth.require('work_order:delete'));
    PERFORM auth.require_reach(p_id);
    DELETE FROM app.work_order_checklist c WHERE c.work_order_id = p_id;
    PERFORM auth.delete_row('work_orders', 'The work order', '{work_order_id}', ARRAY[p_id::text], coalesce(p_version, -1));
END $$;

CREATE PROCEDURE app.work_order_checklist_delete(p_id uuid, p_version integer)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM auth.enlist(auth.require('work_order:update'));
    PERFORM auth.require_reach((SELECT c.work_order_id FROM app.work_order_checklist c WHERE c.checklist_item_id = p_id));
    PERFORM auth.delete_row('work_order_checklist', 'The step', '{checklist_item_id}', ARRAY[p_id::text],
        coalesce(p_version, -1));
END $$;

CREATE PROCEDURE app.work_order_part_delete(p_work_order_id uuid, p_part_id uuid, p_version integer)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM auth.enlist(auth.require('stock:issue'));
    PERFORM auth.require_reach(p_work_order_id);
    PERFORM auth.delete_row('work_order_parts', 'The part on the work order', '{work_order_id,part_id}',
        ARRAY[p_work_order_id::text, p_part_id::text], coalesce(p_version, -1));
END $$;

CREATE PROCEDURE app.part_delete(p_id uuid, p_version integer)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM auth.enlist(auth.require('part:delete'));
    PERFORM auth.delete_row('parts', 'The part', '{part_id}', ARRAY[p_id::text], coalesce(p_version, -1));
END $$;

-- A role in use stays; an unused one takes its grants along.
CREATE PROCEDURE app.role_delete(p_id integer, p_version integer)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s auth.session := auth.require('role:delete');
BEGIN
    PERFORM auth.enlist(s);
    PERFORM auth.require_rank(s, p_id, false);
    DELETE FROM app.role_permissions rp WHERE rp.role_id = p_id;
    DELETE FROM auth.role_scope x WHERE x.role_id = p_id;
    PERFORM auth.delete_row('roles', 'The role', '{role_id}', ARRAY[p_id::text], coalesce(p_version, -1));
END $$;

CREATE PROCEDURE app.role_permission_delete(p_role_id integer, p_permission_id integer)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s auth.session := auth.require('role:update');
BEGIN
    PERFORM auth.enlist(s);
    PERFORM auth.require_rank(s, p_role_id, false);
    PERFORM auth.delete_row('role_permissions', 'The grant', '{role_id,permission_id}',
        ARRAY[p_role_id::text, p_permission_id::text], NULL);
END $$;

GRANT EXECUTE ON PROCEDURE
    app.location_delete(integer, integer), app.asset_type_delete(integer, integer), app.asset_delete(uuid, integer),
    app.asset_metric_delete(uuid, integer), app.work_order_delete(uuid, integer),
    app.work_order_checklist_delete(uuid, integer), app.work_order_part_delete(uuid, uuid, integer),
    app.part_delete(uuid, integer), app.role_delete(integer, integer), app.role_permission_delete(integer, integer)
    TO prosync_client;
SET LOCAL ROLE prosync_owner;
REVOKE CREATE ON SCHEMA app FROM prosync_auth;
