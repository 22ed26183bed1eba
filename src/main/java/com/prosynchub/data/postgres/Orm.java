package com.prosynchub.data.postgres;

import java.util.Map;
import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.engine.jdbc.connections.internal.UserSuppliedConnectionProviderImpl;

/**
 * The one Hibernate session factory of the program. It knows the tables and no connection: each unit of work lends it its
 * own, so it can be built before anybody signed in and outlives every sign-out. Any thread.
 */
final class Orm {
    /** Every mapped table. */
    static final Class<?>[] ENTITIES = {
        AssetEntity.class,
        AssetMetricEntity.class,
        AssetTypeEntity.class,
        ChecklistItemEntity.class,
        LocationEntity.class,
        PartEntity.class,
        PermissionEntity.class,
        RoleEntity.class,
        RolePermissionEntity.class,
        UserEntity.class,
        WorkOrderEntity.class,
        WorkOrderPartEntity.class
    };

    private Orm() {}

    /** Built at the first call, which takes about two seconds cold; later calls wait for it or find it. */
    static SessionFactory factory() {
        return Holder.FACTORY;
    }

    /** A factory with further settings, for tests that let Hibernate compare tables and entities. */
    static SessionFactory build(Map<String, Object> more) {
        StandardServiceRegistryBuilder registry = new StandardServiceRegistryBuilder()
                .applySetting(AvailableSettings.JAKARTA_HBM2DDL_DB_NAME, "PostgreSQL")
                // The oldest server that is supported, so that no newer syntax is used.
                .applySetting(AvailableSettings.JAKARTA_HBM2DDL_DB_MAJOR_VERSION, "15")
                .applySetting(AvailableSettings.JAKARTA_HBM2DDL_DB_MINOR_VERSION, "0")
                .applySetting("hibernate.boot.allow_jdbc_metadata_access", false)
                .applySetting(AvailableSettings.CONNECTION_PROVIDER, new UserSuppliedConnectionProviderImpl())
                // Units of work commit on their connection; Hibernate never does.
                .applySetting(AvailableSettings.ALLOW_UPDATE_OUTSIDE_TRANSACTION, true)
                // Lists of any length share few prepared statements.
                .applySetting(AvailableSettings.IN_CLAUSE_PARAMETER_PADDING, true)
                .applySetting(AvailableSettings.JDBC_TIME_ZONE, "UTC")
                .applySetting(AvailableSettings.STATEMENT_BATCH_SIZE, 50)
                .applySetting(AvailableSettings.STATEMENT_INSPECTOR, new StatementCount())
                // A refused statement is an outcome, told by its failure; the boundary logs what nobody foresaw.
                .applySetting(AvailableSettings.LOG_JDBC_ERRORS, false)
                .applySettings(more);
        MetadataSources sources = new MetadataSources(registry.build());
        for (Class<?> entity : ENTITIES) {
            sources.addAnnotatedClass(entity);
        }
        return sources.buildMetadata().buildSessionFactory();
    }

    private static final class Holder {
        static final SessionFactory FACTORY = build(Map.of());
    }
}
