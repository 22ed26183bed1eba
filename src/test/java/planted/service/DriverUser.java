package planted.service;

import org.bson.Document;

/** Breaks rule 11: a driver's type outside its adapter. */
public record DriverUser(Document document) {}
