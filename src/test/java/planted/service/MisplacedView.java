package planted.service;

/** Breaks rule 15: a screen's name below the user interface. */
public final class MisplacedView {}
