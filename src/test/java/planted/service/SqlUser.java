package planted.service;

import java.sql.Connection;

/** Breaks rule 11: JDBC outside its adapter. */
public record SqlUser(Connection connection) {}
