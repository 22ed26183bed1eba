-- Row security keeps text search from using an index, because LIKE and its kin are not leakproof. These views run as
-- their owner and ask for the permission once; since it is all or nothing for the table, the question becomes a one-time
-- filter and nothing is read for whoever lacks it. They are the only owner-run views; the lint knows them by name.
CREATE VIEW app.search_assets AS
    SELECT asset_id, name, description, asset_type_id, status, health_score, location_id, manufacturer, model,
           serial_number, parent_asset_id, qr_code, row_version
    FROM app.assets
    WHERE (SELECT app.can('asset:read'));

CREATE VIEW app.search_locations AS
    SELECT location_id, name, description, city, country, parent_location_id, row_version
    FROM app.locations
    WHERE (SELECT app.can('location:read'));

CREATE VIEW app.search_asset_types AS
    SELECT asset_type_id, name, description, icon, row_version
    FROM app.asset_types
    WHERE (SELECT app.can('asset_type:read'));

CREATE VIEW app.search_parts AS
    SELECT part_id, name, description, sku, category, quantity_in_stock, reorder_point, reorder_quantity, location_id,
           image_url, row_version
    FROM app.parts
    WHERE (SELECT app.can('part:read'));

-- Two branches, so that the whole view stays a one-time filter for those who see everything.
CREATE VIEW app.search_work_orders AS
    SELECT work_order_id, title, description, asset_id, status, priority, type, assigned_to_id, created_by, due_date,
           row_version
    FROM app.work_orders
    WHERE (SELECT app.can('work_order:read') AND NOT app.own_only('work_order'))
    UNION ALL
    SELECT work_order_id, title, description, asset_id, status, priority, type, assigned_to_id, created_by, due_date,
           row_version
    FROM app.work_orders
    WHERE (SELECT app.can('work_order:read') AND app.own_only('work_order'))
      AND ((SELECT app.current_user_id()) = assigned_to_id OR (SELECT app.current_user_id()) = created_by);

-- Names of colleagues, and nothing else of them, for everybody who is signed in.
CREATE VIEW app.user_names AS
    SELECT user_id, username, first_name, last_name, is_active
    FROM app.users
    WHERE (SELECT app.signed_in());

GRANT SELECT ON app.search_assets, app.search_locations, app.search_asset_types, app.search_parts,
    app.search_work_orders, app.user_names TO prosync_client;

-- Costs and suppliers: null for whoever lacks purchase:read.
GRANT CREATE ON SCHEMA app TO prosync_auth;
SET LOCAL ROLE prosync_auth;

CREATE FUNCTION app.asset_cost(p_asset_id uuid) RETURNS numeric
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF app.can('purchase:read') AND app.can('asset:read') THEN
        RETURN (SELECT a.purchase_cost FROM app.assets a WHERE a.asset_id = p_asset_id);
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION app.part_cost(p_part_id uuid) RETURNS numeric
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF app.can('purchase:read') AND app.can('part:read') THEN
        RETURN (SELECT p.cost FROM app.parts p WHERE p.part_id = p_part_id);
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION app.part_supplier(p_part_id uuid) RETURNS text
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF app.can('purchase:read') AND app.can('part:read') THEN
        RETURN (SELECT p.supplier FROM app.parts p WHERE p.part_id = p_part_id);
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION app.work_order_part_cost(p_work_order_id uuid, p_part_id uuid) RETURNS numeric
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s auth.session := auth.live();
BEGIN
    IF app.can('purchase:read') AND app.can('work_order:read') THEN
        RETURN (
            SELECT p.cost
            FROM app.work_order_parts p JOIN app.work_orders w USING (work_order_id)
            WHERE p.work_order_id = p_work_order_id AND p.part_id = p_part_id
              AND ('work_order' <> ALL (s.own_only) OR s.user_id IN (w.assigned_to_id, w.created_by)));
    END IF;
    RETURN NULL;
END $$;

GRANT EXECUTE ON FUNCTION app.asset_cost(uuid), app.part_cost(uuid), app.part_supplier(uuid),
    app.work_order_part_cost(uuid, uuid) TO prosync_client;
SET LOCAL ROLE prosync_owner;
REVOKE CREATE ON SCHEMA app FROM prosync_auth;
