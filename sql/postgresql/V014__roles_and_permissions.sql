-- The five roles and the words of the product. Later changes belong to the site: no migration takes them back.
INSERT INTO app.roles (name, description) VALUES
    ('Administrator', 'Manages users, roles, settings, backups and integrations. Holds no operating rights, so that duties stay apart.'),
    ('Manager', 'Plans maintenance: assets, work orders, parts, limits and reports.'),
    ('Operator', 'Watches the plant and answers its alarms. Sees no costs and changes no limits.'),
    ('Technician', 'Carries out the work orders assigned to him or her, and issues parts to them.'),
    ('Viewer', 'Reads. Changes nothing and exports nothing.')
ON CONFLICT (name) DO NOTHING;

INSERT INTO app.permissions (name, resource, action, description)
SELECT v.resource || ':' || v.action, v.resource, v.action, v.description
FROM (VALUES
    ('asset', 'read', 'See assets'),
    ('asset', 'create', 'Add assets'),
    ('asset', 'update', 'Edit assets and move them in the tree'),
    ('asset', 'delete', 'Delete assets that nothing refers to'),
    ('asset', 'acknowledge', 'State an asset''s status from the floor'),
    ('asset', 'export', 'Export assets'),
    ('asset_type', 'read', 'See asset types'),
    ('asset_type', 'create', 'Add asset types'),
    ('asset_type', 'update', 'Edit asset types'),
    ('asset_type', 'delete', 'Delete unused asset types'),
    ('location', 'read', 'See locations'),
    ('location', 'create', 'Add locations'),
    ('location', 'update', 'Edit and move locations'),
    ('location', 'delete', 'Delete unused locations'),
    ('metric', 'read', 'See metrics, values and trends'),
    ('metric', 'create', 'Define metrics of an asset'),
    ('metric', 'update', 'Record measured values'),
    ('metric', 'configure', 'Change units and limits'),
    ('metric', 'delete', 'Delete metrics'),
    ('metric', 'export', 'Export measured values'),
    ('alarm', 'read', 'See alarms'),
    ('alarm', 'acknowledge', 'Acknowledge alarms'),
    ('alarm', 'shelve', 'Shelve alarms'),
    ('alarm', 'configure', 'Change alarm settings'),
    ('alarm', 'export', 'Export the alarm log'),
    ('prediction', 'read', 'See health and predictions'),
    ('prediction', 'approve', 'Accept, defer or reject predictions'),
    ('prediction', 'configure', 'Configure prediction models'),
    ('work_order', 'read', 'See work orders'),
    ('work_order', 'create', 'Create work orders'),
    ('work_order', 'update', 'Edit work orders'),
    ('work_order', 'delete', 'Delete work orders that nothing refers to'),
    ('work_order', 'assign', 'Assign work orders to people'),
    ('work_order', 'complete', 'Record progress and complete work orders'),
    ('work_order', 'export', 'Export work orders'),
    ('request', 'read', 'See work requests'),
    ('request', 'create', 'Report a fault or request work'),
    ('request', 'approve', 'Approve or reject requests'),
    ('pm_plan', 'read', 'See maintenance plans'),
    ('pm_plan', 'create', 'Add maintenance plans'),
    ('pm_plan', 'update', 'Edit maintenance plans'),
    ('pm_plan', 'delete', 'Delete maintenance plans'),
    ('part', 'read', 'See parts'),
    ('part', 'create', 'Add parts'),
    ('part', 'update', 'Edit parts'),
    ('part', 'delete', 'Delete parts that nothing refers to'),
    ('part', 'export', 'Export parts'),
    ('stock', 'read', 'See stock movements'),
    ('stock', 'create', 'Receive and count stock'),
    ('stock', 'update', 'Adjust and transfer stock'),
    ('stock', 'issue', 'Issue parts to work orders'),
    ('stock', 'approve', 'Approve count variances'),
    ('purchase', 'read', 'See costs, prices and suppliers'),
    ('purchase', 'create', 'Propose purchases'),
    ('purchase', 'update', 'Edit purchases'),
    ('purchase', 'approve', 'Approve purchases'),
    ('report', 'read', 'See reports and key figures'),
    ('report', 'export', 'Export reports'),
    ('import', 'read', 'See imports'),
    ('import', 'create', 'Import data'),
    ('import', 'restore', 'Take an import back'),
    ('user', 'read', 'See user accounts'),
    ('user', 'create', 'Add users'),
    ('user', 'update', 'Edit, deactivate and reset users'),
    ('role', 'read', 'See roles and permissions'),
    ('role', 'create', 'Add roles'),
    ('role', 'update', 'Change what roles may do'),
    ('role', 'delete', 'Delete unused roles'),
    ('audit', 'read', 'See the audit log'),
    ('audit', 'export', 'Export the audit log'),
    ('audit', 'restore', 'Restore a field from the audit log'),
    ('backup', 'read', 'See backups'),
    ('backup', 'create', 'Make backups and drills'),
    ('backup', 'configure', 'Configure backups'),
    ('backup', 'restore', 'Restore backups'),
    ('archive', 'read', 'See archives and holds'),
    ('archive', 'create', 'Archive and hold'),
    ('archive', 'configure', 'Configure retention'),
    ('archive', 'restore', 'Restore archived records'),
    ('integration', 'read', 'See data sources'),
    ('integration', 'configure', 'Configure data sources'),
    ('settings', 'read', 'See system settings'),
    ('settings', 'update', 'Change system settings')
) AS v (resource, action, description)
ON CONFLICT (name) DO NOTHING;

INSERT INTO app.role_permissions (role_id, permission_id)
SELECT r.role_id, p.permission_id
FROM (VALUES
    ('Administrator', ARRAY[
        'asset:read', 'asset_type:*', 'location:*', 'metric:read', 'metric:export', 'alarm:read', 'alarm:export',
        'prediction:read', 'work_order:read', 'request:read', 'pm_plan:read', 'part:read', 'stock:read',
        'purchase:read', 'report:read', 'report:export', 'import:*', 'user:*', 'role:*', 'audit:*', 'backup:*',
        'archive:*', 'integration:*', 'settings:*']),
    ('Manager', ARRAY[
        'asset:read', 'asset:create', 'asset:update', 'asset:delete', 'asset:export', 'asset_type:*', 'location:*',
        'metric:*', 'alarm:read', 'alarm:configure', 'alarm:export', 'prediction:*', 'work_order:*', 'request:*',
        'pm_plan:*', 'part:*', 'stock:*', 'purchase:*', 'report:*', 'import:*', 'archive:read', 'archive:create',
        'integration:read']),
    ('Operator', ARRAY[
        'asset:read', 'asset:acknowledge', 'asset_type:read', 'location:read', 'metric:read', 'metric:export',
        'alarm:read', 'alarm:acknowledge', 'alarm:shelve', 'alarm:export', 'prediction:read', 'work_order:read',
        'request:read', 'request:create', 'pm_plan:read', 'report:read', 'integration:read']),
    ('Technician', ARRAY[
        'asset:read', 'asset_type:read', 'location:read', 'metric:read', 'alarm:read', 'prediction:read',
        'work_order:read', 'work_order:complete', 'request:read', 'request:create', 'pm_plan:read', 'part:read',
        'stock:read', 'stock:issue']),
    ('Viewer', ARRAY[
        'asset:read', 'asset_type:read', 'location:read', 'metric:read', 'alarm:read', 'prediction:read',
        'work_order:read', 'request:read', 'pm_plan:read', 'part:read', 'stock:read', 'report:read'])
) AS g (role_name, patterns)
JOIN app.roles r ON r.name = g.role_name
JOIN app.permissions p ON p.name = ANY (g.patterns) OR p.resource || ':*' = ANY (g.patterns)
ON CONFLICT DO NOTHING;

SET LOCAL ROLE prosync_auth;
INSERT INTO auth.role_scope (role_id, resource)
SELECT role_id, x.resource FROM app.roles, (VALUES ('work_order'), ('request')) AS x (resource)
WHERE name = 'Technician';
SET LOCAL ROLE prosync_owner;
