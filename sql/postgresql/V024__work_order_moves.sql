-- How a work order moves from one status to another, whoever asks and by whatever road: the same table as in the model,
-- held against it by a test.
GRANT UPDATE (row_version, last_maintenance_date) ON app.assets TO prosync_auth;
-- Only to lock an order while one of its steps is written.
GRANT UPDATE (row_version) ON app.work_orders TO prosync_auth;
SET LOCAL ROLE prosync_auth;

CREATE FUNCTION auth.work_order_moves() RETURNS TABLE (from_status text, to_status text)
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    VALUES ('Open', 'In Progress'), ('Open', 'On Hold'), ('Open', 'Cancelled'),
           ('In Progress', 'On Hold'), ('In Progress', 'Completed'), ('In Progress', 'Cancelled'),
           ('On Hold', 'In Progress'), ('On Hold', 'Cancelled'),
           ('Completed', 'In Progress')
$$;

-- Judges one move and fills in what follows from it. Refusals name the field and the rule.
CREATE FUNCTION auth.move_work_order(p_old app.work_orders, p_new app.work_orders) RETURNS app.work_orders
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    undone bigint;
BEGIN
    IF NOT EXISTS (
        SELECT FROM auth.work_order_moves() m WHERE (m.from_status, m.to_status) = (p_old.status, p_new.status)) THEN
        RAISE EXCEPTION 'A work order that is % can not become %.', p_old.status, p_new.status
            USING ERRCODE = 'PSH06', SCHEMA = 'app', TABLE = 'work_orders', COLUMN = 'status', HINT = 'move';
    END IF;
    IF p_new.status = 'Completed' THEN
        SELECT count(*) INTO undone
        FROM app.work_order_checklist c WHERE c.work_order_id = p_new.work_order_id AND NOT c.is_completed;
        IF undone > 0 THEN
            RAISE EXCEPTION '% checklist steps are not done.', undone
                USING ERRCODE = 'PSH06', SCHEMA = 'app', TABLE = 'work_orders', COLUMN = 'status', HINT = 'steps',
                    DETAIL = undone::text;
        END IF;
        p_new.completion_date := coalesce(p_new.completion_date,
            (SELECT (now() AT TIME ZONE s.time_zone)::date FROM app.site s));
    ELSIF p_old.status = 'Completed' THEN
        IF btrim(coalesce(current_setting('prosync.reason', true), '')) = '' THEN
            RAISE EXCEPTION 'Reopening a completed work order needs a reason.'
                USING ERRCODE = 'PSH06', SCHEMA = 'app', TABLE = 'work_orders', COLUMN = 'status', HINT = 'reason';
        END IF;
        p_new.completion_date := NULL;
    END IF;
    RETURN p_new;
END $$;

CREATE OR REPLACE FUNCTION auth.rule_work_orders() RETURNS trigger
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
        IF NEW.status <> 'Open' OR NEW.completion_date IS NOT NULL THEN
            RAISE EXCEPTION 'A new work order is Open.'
                USING ERRCODE = 'PSH06', SCHEMA = 'app', TABLE = 'work_orders', COLUMN = 'status', HINT = 'move';
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
    IF NEW.status <> OLD.status THEN
        NEW := auth.move_work_order(OLD, NEW);
    ELSIF NEW.status <> 'Completed' AND NEW.completion_date IS NOT NULL THEN
        RAISE EXCEPTION 'A completion date needs a completed work order.'
            USING ERRCODE = 'PSH06', SCHEMA = 'app', TABLE = 'work_orders', COLUMN = 'completion_date', HINT = 'notCompleted';
    END IF;
    IF NEW.status = 'Completed' AND NEW.completion_date IS NULL THEN
        RAISE EXCEPTION 'A completed work order has a completion date.'
            USING ERRCODE = 'PSH06', SCHEMA = 'app', TABLE = 'work_orders', COLUMN = 'completion_date', HINT = 'required';
    END IF;
    IF NEW.status = 'Completed' AND NEW.actual_hours IS NULL THEN
        RAISE EXCEPTION 'State the hours worked, or zero.'
            USING ERRCODE = 'PSH06', SCHEMA = 'app', TABLE = 'work_orders', COLUMN = 'actual_hours', HINT = 'hours';
    END IF;
    RETURN NEW;
END $$;

-- The step's order is locked against moving meanwhile, so that nothing is unticked behind a completion's back.
CREATE FUNCTION auth.require_workable(p_work_order uuid) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    now_status text;
BEGIN
    SELECT w.status INTO now_status FROM app.work_orders w WHERE w.work_order_id = p_work_order FOR SHARE;
    IF now_status IN ('Completed', 'Cancelled') THEN
        RAISE EXCEPTION 'The work order is %: its checklist stays as it is.', lower(now_status)
            USING ERRCODE = 'PSH06', SCHEMA = 'app', TABLE = 'work_order_checklist', COLUMN = 'work_order_id',
                HINT = 'ended';
    END IF;
END $$;

CREATE OR REPLACE FUNCTION auth.rule_checklist() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s auth.session := auth.live();
BEGIN
    PERFORM auth.require_reach(NEW.work_order_id);
    PERFORM auth.require_workable(NEW.work_order_id);
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

-- An asset was last maintained when the latest of its completed orders was completed. A later date that somebody
-- entered stays, unless it came from an order that is open again.
CREATE FUNCTION auth.follow_maintenance() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NEW.status = 'Completed' THEN
        UPDATE app.assets a SET last_maintenance_date = NEW.completion_date
        WHERE a.asset_id = NEW.asset_id
          AND (a.last_maintenance_date IS NULL OR a.last_maintenance_date < NEW.completion_date);
    ELSE
        UPDATE app.assets a SET last_maintenance_date = (
            SELECT max(w.completion_date) FROM app.work_orders w
            WHERE w.asset_id = OLD.asset_id AND w.status = 'Completed' AND w.work_order_id <> OLD.work_order_id)
        WHERE a.asset_id = OLD.asset_id AND a.last_maintenance_date = OLD.completion_date;
    END IF;
    RETURN NULL;
END $$;
GRANT EXECUTE ON FUNCTION auth.follow_maintenance() TO prosync_owner;
SET LOCAL ROLE prosync_owner;

CREATE TRIGGER t90_maintained AFTER UPDATE ON app.work_orders
    FOR EACH ROW
    WHEN ('Completed' IN (OLD.status, NEW.status)
        AND (OLD.status, OLD.completion_date) IS DISTINCT FROM (NEW.status, NEW.completion_date))
    EXECUTE FUNCTION auth.follow_maintenance();

-- The board reads what is open by status, the technician what is assigned.
CREATE INDEX work_orders_assigned_due_idx ON app.work_orders (assigned_to_id, due_date, work_order_id);
