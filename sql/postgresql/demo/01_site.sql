-- The demo plant: a dairy that does not exist. Run by the owner, in one transaction, on a site that has no users yet.
-- Dates count from the day of installation, so that work is due today and not years ago.
-- Keys are made of a number: de30000K-0000-4000-8000-00000000NNNN, where K is 1 for assets, 2 metrics, 3 users,
-- 4 work orders, 5 checklist steps, 6 parts.

DO $$
BEGIN
    IF EXISTS (SELECT FROM app.users) OR EXISTS (SELECT FROM app.assets) THEN
        RAISE EXCEPTION 'The demo plant goes into an empty site only.' USING ERRCODE = 'PSH05';
    END IF;
END $$;

UPDATE app.site SET
    name = 'Alderbrook Dairy',
    time_zone = coalesce(
        (SELECT z.name FROM pg_timezone_names z WHERE z.name = current_setting('TimeZone')), 'UTC'),
    is_demo = true;

-- One password for all: it stands on the sign-in screen of the demo, and a real site never has these accounts. The
-- hash costs what every hash costs, so it is made once; the demo has nothing to hide behind salts.
INSERT INTO app.users (
    user_id, username, email, password, first_name, last_name, role_id, department, phone_number, is_active)
SELECT
    ('de300003-0000-4000-8000-' || lpad(u.no::text, 12, '0'))::uuid,
    u.username, u.username || '@alderbrook.example', h.hash, u.first_name, u.last_name,
    r.role_id, u.department, u.phone_number, true
FROM (SELECT auth.hash_password('milk-and-steel') AS hash OFFSET 0) AS h, (VALUES
    (1, 'helen', 'Helen', 'Ward', 'Administrator', 'Site IT', '+44 1632 960101'),
    (2, 'tom', 'Tom', 'Brandt', 'Manager', 'Maintenance planning', '+44 1632 960102'),
    (3, 'priya', 'Priya', 'Nair', 'Operator', 'Processing', '+44 1632 960103'),
    (4, 'luis', 'Luis', 'Ortega', 'Technician', 'Mechanical maintenance', '+44 1632 960104'),
    (5, 'george', 'George', 'Ellis', 'Viewer', 'Quality', '+44 1632 960105'),
    (6, 'anna', 'Anna', 'Kovac', 'Technician', 'Electrical and instruments', '+44 1632 960106'),
    (7, 'sam', 'Sam', 'Okafor', 'Technician', 'Refrigeration and utilities', '+44 1632 960107'),
    (8, 'mia', 'Mia', 'Lindqvist', 'Operator', 'Packaging', '+44 1632 960108')
) AS u (no, username, first_name, last_name, role, department, phone_number)
JOIN app.roles r ON r.name = u.role;

INSERT INTO app.locations (
    location_id, name, parent_location_id, description, address, city, state, country, postal_code, latitude, longitude)
VALUES
    (1, 'Alderbrook site', NULL, 'Mill Lane works', 'Mill Lane 12', 'Alderbrook', 'Northshire', 'Freeland',
     'AB1 4DY', 52.4416000, -1.5211000),
    (2, 'Building A - Reception', 1, 'Tanker bays and raw milk silos', NULL, NULL, NULL, NULL, NULL, NULL, NULL),
    (3, 'Tanker bay', 2, 'Covered drive-through with two hose stands', NULL, NULL, NULL, NULL, NULL, NULL, NULL),
    (4, 'Silo yard', 2, 'Outdoor silos on the north side', NULL, NULL, NULL, NULL, NULL, NULL, NULL),
    (5, 'Building B - Processing', 1, 'Pasteurising, fermentation and cleaning in place', NULL, NULL, NULL,
     NULL, NULL, NULL, NULL),
    (6, 'Pasteuriser hall', 5, 'Ground floor', NULL, NULL, NULL, NULL, NULL, NULL, NULL),
    (7, 'CIP room', 5, 'Ground floor, bunded', NULL, NULL, NULL, NULL, NULL, NULL, NULL),
    (8, 'Culture room', 5, 'First floor, hygiene zone 3', NULL, NULL, NULL, NULL, NULL, NULL, NULL),
    (9, 'Building C - Packaging', 1, 'Bottle line and cup line', NULL, NULL, NULL, NULL, NULL, NULL, NULL),
    (10, 'Bottle hall', 9, 'Ground floor, hygiene zone 2', NULL, NULL, NULL, NULL, NULL, NULL, NULL),
    (11, 'Cup hall', 9, 'Ground floor, hygiene zone 3', NULL, NULL, NULL, NULL, NULL, NULL, NULL),
    (12, 'Building D - Cold store', 1, '2,400 pallet places at 4 degrees', NULL, NULL, NULL, NULL, NULL, NULL,
     NULL),
    (13, 'Cold room 1', 12, 'Bottled milk', NULL, NULL, NULL, NULL, NULL, NULL, NULL),
    (14, 'Cold room 2', 12, 'Yogurt', NULL, NULL, NULL, NULL, NULL, NULL, NULL),
    (15, 'Building E - Energy', 1, 'Boiler house, air station and machine room', NULL, NULL, NULL, NULL, NULL,
     NULL, NULL),
    (16, 'Boiler house', 15, 'Steam at 10 bar', NULL, NULL, NULL, NULL, NULL, NULL, NULL),
    (17, 'Air station', 15, 'Oil-free compressed air', NULL, NULL, NULL, NULL, NULL, NULL, NULL),
    (18, 'Ammonia machine room', 15, 'Restricted: gas detection and ventilation', NULL, NULL, NULL, NULL, NULL,
     NULL, NULL),
    (19, 'Substation', 15, '11 kV switchgear', NULL, NULL, NULL, NULL, NULL, NULL, NULL),
    (20, 'Effluent yard', 1, 'Balance tank, aeration and flotation', NULL, NULL, NULL, NULL, NULL, NULL, NULL),
    (21, 'Stores', 9, 'Spare parts, locked cage', NULL, NULL, NULL, NULL, NULL, NULL, NULL);
SELECT setval(pg_get_serial_sequence('app.locations', 'location_id'), max(location_id)) FROM app.locations;

INSERT INTO app.asset_types (asset_type_id, name, description, icon)
VALUES
    (1, 'Site', 'A whole plant with everything on its ground.', 'ci-industry'),
    (2, 'Area', 'A part of the site with one purpose.', 'ci-area'),
    (3, 'Process line', 'Equipment that works together on one product.', 'ci-flow'),
    (4, 'Utility system', 'Equipment that feeds the process: steam, air, cold, water.', 'ci-network-2'),
    (5, 'Pump', 'Moves liquid; centrifugal or positive displacement.', 'ci-rain-drop'),
    (6, 'Heat exchanger', 'Plate or tubular; heats or cools product.', 'ci-temperature'),
    (7, 'Tank', 'Silo, balance tank or fermenter.', 'ci-data-base'),
    (8, 'Separator', 'Disc-stack centrifuge.', 'ci-circle-packing'),
    (9, 'Homogeniser', 'High-pressure plunger pump with homogenising valve.', 'ci-pressure'),
    (10, 'Filler', 'Doses product into bottles or cups.', 'ci-increase-level'),
    (11, 'Packaging machine', 'Caps, labels, packs or palletises.', 'ci-package'),
    (12, 'Conveyor', 'Moves containers or cases between machines.', 'ci-arrows-horizontal'),
    (13, 'Compressor', 'Air or refrigerant compressor.', 'ci-settings-adjust'),
    (14, 'Evaporator', 'Air cooler of a cold room.', 'ci-snowflake'),
    (15, 'Condenser', 'Evaporative condenser.', 'ci-cloud-rain'),
    (16, 'Boiler', 'Steam boiler with burner.', 'ci-fire'),
    (17, 'Dryer', 'Refrigerated air dryer.', 'ci-windy'),
    (18, 'Blower', 'Aeration blower.', 'ci-wind-stream'),
    (19, 'Transformer', 'Medium to low voltage.', 'ci-lightning'),
    (20, 'Electric motor', 'Drive of a machine.', 'ci-flash');
SELECT setval(pg_get_serial_sequence('app.asset_types', 'asset_type_id'), max(asset_type_id)) FROM app.asset_types;
