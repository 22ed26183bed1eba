package com.prosynchub.data;

/**
 * Roles and users of the document store's server. Running it again brings roles to what this program needs; a user
 * keeps what else it was granted by hand. For one thread.
 */
public interface DocumentAccounts extends AutoCloseable {
    /** What became of a request. */
    enum Outcome {
        /** It is so now. */
        DONE,
        /** The server has no roles and users, as our own document server. */
        NOT_KNOWN,
        /** Our own user may not make roles and users. */
        NOT_ALLOWED,
        /** The address names no user with a password, or the very one that we are. */
        NOT_OURS
    }

    /** Whose user it is; it gets the rights that this one needs and no more. */
    enum Holder {
        WORKSTATION,
        SITE
    }

    /** Makes the roles or brings them up to date. */
    Outcome roles();

    /** Makes the user that an address names, or gives it the address's password and the roles that it lacks. */
    Outcome user(String uri, Holder holder);

    @Override
    void close();
}
