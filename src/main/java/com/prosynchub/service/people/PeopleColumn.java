package com.prosynchub.service.people;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A column that a list of people may have, by the names that lists in three languages give it. */
public enum PeopleColumn {
    USERNAME("username", "user", "login", "benutzername", "usuario", "nombredeusuario"),
    EMAIL("email", "mail", "emailaddress", "correo", "correoelectronico"),
    FIRST_NAME("firstName", "givenname", "vorname", "nombre"),
    LAST_NAME("lastName", "surname", "nachname", "apellido", "apellidos"),
    ROLE("roleId", "role", "rolle", "rol"),
    PHONE("phoneNumber", "phone", "telefon", "telefono"),
    DEPARTMENT("department", "abteilung", "departamento"),
    PICTURE("profileImageUrl", "picture", "pictureurl", "bild", "imagen");

    /** What a list must have. */
    public static final List<PeopleColumn> REQUIRED = List.of(USERNAME, EMAIL, ROLE);

    private final String field;
    private final List<String> others;

    PeopleColumn(String field, String... others) {
        this.field = field;
        this.others = List.of(others);
    }

    /** The account's field that it fills. */
    public String field() {
        return field;
    }

    /** The column of that heading, however it is spaced, hyphenated or capitalised. */
    static Optional<PeopleColumn> of(String heading) {
        String plain = Normalizer.normalize(heading, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z]", "");
        return Arrays.stream(values())
                .filter(column -> column.field.toLowerCase(Locale.ROOT).equals(plain) || column.others.contains(plain))
                .findFirst();
    }
}
