package com.prosynchub.data.mongo;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoCredential;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.prosynchub.data.DocumentAccounts;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Roles of {@code sql/mongodb/roles.json} and their users, made by MongoDB's own commands. For one thread. */
final class MongoAccounts implements DocumentAccounts {
    private static final int UNAUTHORIZED = 13;
    private static final int COMMAND_NOT_FOUND = 59;
    private static final int ROLE_EXISTS = 51_002;
    private static final int USER_EXISTS = 51_003;

    private final MongoClient client;
    private final String database;
    private final @Nullable MongoCredential own;

    MongoAccounts(MongoClient client, String database, @Nullable MongoCredential own) {
        this.client = client;
        this.database = database;
        this.own = own;
    }

    @Override
    public Outcome roles() {
        return Calls.get(() -> tried(() -> Definition.roles().forEach(this::role)));
    }

    private void role(Document definition) {
        Document create = new Document(definition);
        create.getList("privileges", Document.class)
                .forEach(privilege -> privilege.get("resource", Document.class).put("db", database));
        MongoDatabase target = client.getDatabase(database);
        if (!made(target, create, ROLE_EXISTS)) {
            Document update = new Document("updateRole", create.remove("createRole"));
            update.putAll(create);
            target.runCommand(update);
        }
    }

    @Override
    public Outcome user(String uri, Holder holder) {
        MongoCredential credential = Calls.get(() -> MongoStore.address(uri)).getCredential();
        char[] password = credential == null ? null : credential.getPassword();
        if (credential == null || password == null || isOurs(credential)) {
            return Outcome.NOT_OURS;
        }
        return Calls.get(() -> tried(() -> user(credential, String.valueOf(password), holder)));
    }

    private void user(MongoCredential credential, String password, Holder holder) {
        MongoDatabase target = client.getDatabase(credential.getSource());
        String name = String.valueOf(credential.getUserName());
        List<Document> roles = rolesOf(holder).stream()
                .map(role -> new Document("role", role).append("db", database))
                .toList();
        Document create =
                new Document("createUser", name).append("pwd", password).append("roles", roles);
        if (!made(target, create, USER_EXISTS)) {
            target.runCommand(new Document("updateUser", name).append("pwd", password));
            target.runCommand(new Document("grantRolesToUser", name).append("roles", roles));
        }
    }

    private static List<String> rolesOf(Holder holder) {
        return switch (holder) {
            case WORKSTATION -> List.of("prosyncClient");
            case SITE -> List.of("prosyncRelay", "prosyncIngest", "prosyncRollup");
        };
    }

    /** Taking our own user's password for a workstation's would lock us out. */
    private boolean isOurs(MongoCredential credential) {
        return own != null
                && credential.getSource().equals(own.getSource())
                && String.valueOf(credential.getUserName()).equals(own.getUserName());
    }

    private static boolean made(MongoDatabase target, Document create, int exists) {
        try {
            target.runCommand(create);
            return true;
        } catch (MongoCommandException refused) {
            if (refused.getErrorCode() != exists) {
                throw refused;
            }
            return false;
        }
    }

    private static Outcome tried(Runnable commands) {
        try {
            commands.run();
            return Outcome.DONE;
        } catch (MongoCommandException refused) {
            return switch (refused.getErrorCode()) {
                case COMMAND_NOT_FOUND -> Outcome.NOT_KNOWN;
                case UNAUTHORIZED -> Outcome.NOT_ALLOWED;
                default -> throw refused;
            };
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
