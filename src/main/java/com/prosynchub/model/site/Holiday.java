package com.prosynchub.model.site;

import java.time.LocalDate;

/** A day on which nobody is planned, whatever day of the week it is. */
public record Holiday(LocalDate day, String name) {}
