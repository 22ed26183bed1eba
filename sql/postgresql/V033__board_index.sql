-- A column of the board is the beginning of one status by due date, read without looking at the others.
SET LOCAL ROLE prosync_owner;
CREATE INDEX work_orders_status_due_idx ON app.work_orders (status, due_date, work_order_id);
