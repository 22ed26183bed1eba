-- A measured value that is put right is a document, and no trigger sees it. So whoever corrects one says so here, in the
-- transaction around it: the ledger has what stood there, what stands there now, and why.
SET LOCAL ROLE prosync_auth;
CREATE FUNCTION auth.corrected(p_asset_id uuid, p_before jsonb, p_after jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s auth.session := auth.require('metric:update');
    asset_name text;
BEGIN
    -- What the documents say is the caller's word; it takes no more room in the ledger than a sample does.
    IF octet_length(p_before::text) + octet_length(p_after::text) > 32768 THEN
        RAISE EXCEPTION 'A sample is not as large as that.' USING ERRCODE = 'PSH05', HINT = 'batch';
    END IF;
    PERFORM auth.enlist(s);
    SELECT a.name INTO asset_name
    FROM app.assets a
    WHERE a.asset_id = p_asset_id AND auth.inside(s, 'assets', p_asset_id::text);
    IF NOT FOUND THEN
        RAISE EXCEPTION 'There is no such asset.' USING ERRCODE = 'P0002';
    END IF;
    PERFORM auth.record(s, 'UPDATE', 'ASSET', p_asset_id, p_asset_id::text,
        jsonb_build_object('measured', p_before), jsonb_build_object('name', asset_name, 'measured', p_after));
END $$;
REVOKE ALL ON FUNCTION auth.corrected(uuid, jsonb, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION auth.corrected(uuid, jsonb, jsonb) TO prosync_client;
SET LOCAL ROLE prosync_owner;
