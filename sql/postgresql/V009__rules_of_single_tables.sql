-- Rules that only one table has. They run for workstation logins after the stamp (t10), which has judged the session.
SET LOCAL ROLE prosync_auth;

-- Whether the session's scope reaches a work order.
CREATE FUNCTION auth.require_reach(p_work_order uuid) RETURNS void
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s auth.session := auth.live();
BEGIN
    IF 'work_order' = ANY (s.own_only) AND NOT EXISTS (
        SELECT FROM app.work_orders w
        WHERE w.work_order_id = p_work_order AND s.user_id IN (w.assigned_to_id, w.created_by)) THEN
        RAISE EXCEPTION 'This is not one of your own work orders.' USING ERRCODE = '42501', HINT = 'own';
    END IF;
END $$;

-- Everybody keeps the own profile; names, roles and activity, and other people's rows, are an administrator's matter.
CREATE FUNCTION auth.rule_users() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s auth.session := auth.live();
    own boolean := OLD.user_id IS NOT DISTINCT FROM s.user_id;
BEGIN
    IF own AND (NEW.username, NEW.role_id, NEW.is_active) IS NOT DISTINCT FROM (OLD.username, OLD.role_id, OLD.is_active) THEN
        RETURN NEW;
    END IF;
    PERFORM auth.require('user:update');
    PERFORM auth.require_rank(s, OLD.role_id, own);
    IF NEW.role_id IS DISTINCT FROM OLD.role_id THEN
        PERFORM auth.require_rank(s, NEW.role_id, own);
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION auth.rule_roles() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s auth.session := auth.live();
BEGIN
    -- Renaming the own role gives nobody anything.
    PERFORM auth.require_rank(s, OLD.role_id, false);
    RETURN NEW;
END $$;

-- A permission may be given by whoever holds it, and by an administrator to every role but the own one.
CREATE FUNCTION auth.rule_role_permissions() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s auth.session := auth.live();
    given text;
BEGIN
    SELECT p.name INTO given FROM app.permissions p WHERE p.permission_id = NEW.permission_id;
    IF NOT auth.is_administrator(s) THEN
        PERFORM auth.require_rank(s, NEW.role_id, false);
    END IF;
    IF given IS NOT NULL AND given <> ALL (s.perms) AND (NEW.role_id = s.role_id OR NOT auth.is_administrator(s)) THEN
        RAISE EXCEPTION 'Nobody can grant a permission that the own role does not hold (%).', given
            USING ERRCODE = '42501', HINT = 'rank';
    END IF;
    RETURN NEW;
END $$;

-- Money is written only by those who may see it: a blind save must not wipe it out.
CREATE FUNCTION auth.rule_money() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM auth.require('purchase:read');
    RETURN NEW;
END $$;

-- With work_order:update everything but the assignment and the ending; with work_order:complete only one's progress.
CREATE FUNCTION auth.rule_work_orders() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    progress constant text[] := '{status,actual_hours,completion_date,row_version,updated_at,updated_by}';
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.assigned_to_id IS NOT NULL AND NEW.assigned_to_id IS DISTINCT FROM NEW.created_by THEN
            PERFORM auth.require('work_order:assign');
        END IF;
        IF NEW.status = 'Completed' OR NEW.completion_date IS NOT NULL THEN
            PERFORM auth.require('work_order:complete');
        END IF;
        RETURN NEW;
    END IF;
    IF to_jsonb(NEW) - progress - 'assigned_to_id' <> to_jsonb(OLD) - progress - 'assigned_to_id' THEN
        PERFORM auth.require('work_order:update');
    END IF;
    IF NEW.assigned_to_id IS DISTINCT FROM OLD.assigned_to_id THEN
        PERFORM auth.require('work_order:assign');
    END IF;
    IF NEW.completion_date IS DISTINCT FROM OLD.completion_date
        OR (NEW.status IS DISTINCT FROM OLD.status AND 'Completed' IN (NEW.status, OLD.status)) THEN
        PERFORM auth.require('work_order:complete');
    END IF;
    RETURN NEW;
END $$;

-- Who ticked a step and when is the database's to say; the wording and order of steps are the planner's.
CREATE FUNCTION auth.rule_checklist() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s auth.session := auth.live();
BEGIN
    PERFORM auth.require_reach(NEW.work_order_id);
    IF TG_OP = 'UPDATE' AND (NEW.task, NEW.sequence) IS DISTINCT FROM (OLD.task, OLD.sequence) THEN
        PERFORM auth.require('work_order:update');
    END IF;
    IF NOT NEW.is_completed THEN
        NEW.completed_by := NULL;
        NEW.completed_at := NULL;
    ELSIF TG_OP = 'INSERT' OR NOT OLD.is_completed THEN
        NEW.completed_by := s.user_id;
        NEW.completed_at := app.utc_now();
    END IF;
    RETURN NEW;
END $$;

-- The price of used parts is frozen when they are used, also by somebody who may not see it.
CREATE FUNCTION auth.rule_work_order_parts() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM auth.require_reach(NEW.work_order_id);
    IF TG_OP = 'INSERT' THEN
        IF NEW.cost IS NULL OR NOT app.can('purchase:read') THEN
            SELECT p.cost * NEW.quantity INTO NEW.cost FROM app.parts p WHERE p.part_id = NEW.part_id;
        END IF;
    ELSIF NEW.cost IS DISTINCT FROM OLD.cost THEN
        PERFORM auth.require('purchase:read');
    ELSIF NEW.quantity <> OLD.quantity THEN
        NEW.cost := round(OLD.cost / OLD.quantity * NEW.quantity, 2);
    END IF;
    RETURN NEW;
END $$;

-- A value that comes with a new metric is as old as the metric.
CREATE FUNCTION auth.rule_asset_metrics() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    NEW.updated_at := CASE WHEN NEW.metric_value IS NOT NULL THEN app.utc_now() END;
    RETURN NEW;
END $$;

GRANT EXECUTE ON FUNCTION
    auth.rule_users(), auth.rule_roles(), auth.rule_role_permissions(), auth.rule_money(),
    auth.rule_work_orders(), auth.rule_checklist(), auth.rule_work_order_parts(), auth.rule_asset_metrics()
    TO prosync_owner;
SET LOCAL ROLE prosync_owner;

DO $$
DECLARE
    r record;
BEGIN
    FOR r IN SELECT * FROM (VALUES
        ('users',                'rule_users',            'UPDATE',           'true'),
        ('roles',                'rule_roles',            'UPDATE',           'true'),
        ('role_permissions',     'rule_role_permissions', 'INSERT',           'true'),
        ('assets',               'rule_money',       'INSERT',           'NEW.purchase_cost IS NOT NULL'),
        ('assets',               'rule_money',       'UPDATE',           'NEW.purchase_cost IS DISTINCT FROM OLD.purchase_cost'),
        ('parts',                'rule_money',       'INSERT',           'NEW.cost IS NOT NULL OR NEW.supplier IS NOT NULL'),
        ('parts',                'rule_money',       'UPDATE',           '(NEW.cost, NEW.supplier) IS DISTINCT FROM (OLD.cost, OLD.supplier)'),
        ('work_orders',          'rule_work_orders',      'INSERT OR UPDATE', 'true'),
        ('work_order_checklist', 'rule_checklist',        'INSERT OR UPDATE', 'true'),
        ('work_order_parts',     'rule_work_order_parts', 'INSERT OR UPDATE', 'true'),
        ('asset_metrics',        'rule_asset_metrics',    'INSERT',           'true')
    ) AS x (tab, func, event, condition)
    LOOP
        EXECUTE format(
            'CREATE TRIGGER t20_rule_%s BEFORE %s ON app.%I FOR EACH ROW WHEN ((%s) AND NOT (current_user IN '
            '(''prosync_auth'', ''prosync_owner'') OR current_setting(''is_superuser'') = ''on'')) '
            'EXECUTE FUNCTION auth.%I()',
            replace(lower(r.event), ' ', '_'), r.event, r.tab, r.condition, r.func);
    END LOOP;
END $$;
