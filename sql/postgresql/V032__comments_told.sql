-- A comment on a work order is a document, and no trigger sees it. So whoever makes one says so here, in the transaction
-- around it: the ledger, and with it audit and feed, have that it was made, though not its words, and other windows hear of
-- it at once.
SET LOCAL ROLE prosync_auth;
CREATE FUNCTION auth.commented(p_work_order_id uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s auth.session := auth.require('work_order:read');
    order_title text;
BEGIN
    -- As in the window: whoever may report a fault may say something.
    PERFORM auth.require('request:create');
    PERFORM auth.enlist(s);
    SELECT w.title INTO order_title
    FROM app.work_orders w
    WHERE w.work_order_id = p_work_order_id
      AND auth.inside(s, 'work_orders', p_work_order_id::text)
      AND (NOT 'work_order' = ANY (s.own_only) OR s.user_id IN (w.assigned_to_id, w.created_by));
    IF NOT FOUND THEN
        RAISE EXCEPTION 'There is no such work order.' USING ERRCODE = 'P0002';
    END IF;
    PERFORM auth.record(s, 'COMMENT_ADDED', 'WORK_ORDER', p_work_order_id, p_work_order_id::text, NULL,
        jsonb_build_object('title', order_title));
    PERFORM pg_notify('prosync', 'workOrderComments|I|' || p_work_order_id);
END $$;
REVOKE ALL ON FUNCTION auth.commented(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION auth.commented(uuid) TO prosync_client;
SET LOCAL ROLE prosync_owner;
