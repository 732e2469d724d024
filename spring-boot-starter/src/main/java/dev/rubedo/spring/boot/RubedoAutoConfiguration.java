package dev.rubedo.spring.boot;

import static dev.rubedo.spring.boot.BootNames.DATA_SOURCE_3;
import static dev.rubedo.spring.boot.BootNames.DATA_SOURCE_4;
import static dev.rubedo.spring.boot.BootNames.MANAGER_3;
import static dev.rubedo.spring.boot.BootNames.MANAGER_4;
import static dev.rubedo.spring.boot.BootNames.TRANSACTION_3;
import static dev.rubedo.spring.boot.BootNames.TRANSACTION_4;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.metamodel.EntityPath;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.spring.RubedoExceptionTranslator;
import dev.rubedo.spring.RubedoTransactionManager;
import dev.rubedo.spring.SpringSessions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.autoconfigure.AutoConfigureAfter;
import org.springframework.boot.autoconfigure.AutoConfigureBefore;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Role;
import org.springframework.transaction.TransactionManager;
import org.springframework.util.ClassUtils;

/**
 * Auto-configuration of an engine over the application's data source, the model, the session factory, transactions, and
 * an injectable session. Each bean backs off if the application declares its own. Stateless.
 */
@AutoConfiguration
@AutoConfigureAfter(name = {DATA_SOURCE_4, DATA_SOURCE_3})
@AutoConfigureBefore(name = {MANAGER_4, MANAGER_3, TRANSACTION_4, TRANSACTION_3})
@ConditionalOnSingleCandidate(DataSource.class)
@EnableConfigurationProperties(RubedoProperties.class)
public class RubedoAutoConfiguration {

    /** Created by Spring. */
    public RubedoAutoConfiguration() {}

    /** Returns the engine over the data source, which keeps its own pool. */
    @Bean(destroyMethod = "close")
    @ConditionalOnMissingBean
    Engine rubedoEngine(DataSource source, RubedoProperties properties) {
        var builder = Engine.builder(source).echo(properties.echo());
        var timeout = properties.statementTimeout();
        return (timeout == null ? builder : builder.connectionOptions(options -> options.timeout(timeout))).build();
    }

    /** Returns the model of the entities that the generated classes {@code Entities} of the application list. */
    @Bean
    @ConditionalOnMissingBean
    Model rubedoModel(BeanFactory beans) {
        var loader = beans instanceof org.springframework.beans.factory.config.ConfigurableBeanFactory own
                ? own.getBeanClassLoader() : ClassUtils.getDefaultClassLoader();
        List<String> packages = AutoConfigurationPackages.has(beans) ? AutoConfigurationPackages.get(beans) : List.of();
        List<EntityPath<?>> entities = new ArrayList<>();
        for (var name : packages) {
            entities.addAll(EntityLists.of(name, loader));
        }
        if (entities.isEmpty()) {
            throw new IllegalStateException("Rubedo has no model: there is no class Entities in " + packages
                    + ". Annotate the package-info.java of that package with @EntityList, or declare a bean of type "
                    + "Model: return Model.of(USER, POST).");
        }
        return Model.of(entities.toArray(EntityPath<?>[]::new));
    }

    /** Initializes the schema at start-up, no matter who declares the session factory. */
    @Bean
    SchemaInitializer rubedoSchemaInitializer(ObjectProvider<Engine> engines, RubedoProperties properties,
            ObjectProvider<SchemaAtStart> schema) {
        var atStart = schema.getIfAvailable();
        var engine = engines.getIfUnique();
        if (engine == null && properties.migrate().onStart() != RubedoProperties.OnStart.NONE) {
            throw new IllegalStateException("rubedo.migrate.on-start is "
                    + properties.migrate().onStart().name().toLowerCase(Locale.ROOT)
                    + ", but there are several beans of type Engine. Mark one with @Primary, or remove the property.");
        }
        if (engine == null) {
            return new SchemaInitializer();
        }
        if (atStart != null) {
            atStart.run(engine);
        } else if (properties.migrate().onStart() != RubedoProperties.OnStart.NONE) {
            throw new IllegalStateException("rubedo.migrate.on-start is "
                    + properties.migrate().onStart().name().toLowerCase(Locale.ROOT)
                    + ", but rubedo-migrate is not on the class path. Add it, or remove the property.");
        }
        return new SchemaInitializer();
    }

    /**
     * Returns the session factory, after the schema has been migrated. Its sessions do not expire objects on commit:
     * each ends with its transaction, and the result of a {@code @Transactional} method must stay readable.
     */
    @Bean
    @ConditionalOnMissingBean
    SessionFactory rubedoSessions(Engine engine, Model model, SchemaInitializer schema) {
        return SessionFactory.builder(engine, model).expireOnCommit(false).build();
    }

    /** Returns the transaction manager. */
    @Bean
    @ConditionalOnMissingBean(TransactionManager.class)
    RubedoTransactionManager transactionManager(SessionFactory sessions, DataSource source) {
        return new RubedoTransactionManager(sessions, source);
    }

    /** Returns the session of the current transaction, for injection. */
    @Bean(destroyMethod = "")
    @ConditionalOnMissingBean
    Session rubedoSession(SessionFactory sessions) {
        return SpringSessions.proxy(sessions);
    }

    /** Returns the exception translator for {@code @Repository} classes. */
    @Bean
    @ConditionalOnMissingBean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static RubedoExceptionTranslator rubedoExceptionTranslator() {
        return new RubedoExceptionTranslator();
    }
}
