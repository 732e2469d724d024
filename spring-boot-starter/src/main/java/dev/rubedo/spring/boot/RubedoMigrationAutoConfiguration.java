package dev.rubedo.spring.boot;

import dev.rubedo.engine.Engine;
import dev.rubedo.migrate.command.MigrationStart;
import dev.rubedo.migrate.run.MigrationContext;
import dev.rubedo.migrate.run.MigrationOptions;
import dev.rubedo.migrate.script.MigrationConfig;
import dev.rubedo.migrate.script.ScriptDirectory;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.ResourceLoader;

/** Runs the migrations on the class path when the application starts. Stateless. */
@AutoConfiguration(before = RubedoAutoConfiguration.class)
@ConditionalOnClass(MigrationStart.class)
@EnableConfigurationProperties(RubedoProperties.class)
public class RubedoMigrationAutoConfiguration {

    /** Created by Spring. */
    public RubedoMigrationAutoConfiguration() {}

    /** Returns the options of migrations. */
    @Bean
    @ConditionalOnMissingBean
    MigrationOptions rubedoMigrationOptions() {
        return MigrationOptions.DEFAULT;
    }

    @Bean
    SchemaAtStart rubedoSchemaAtStart(RubedoProperties properties, MigrationOptions options, ResourceLoader resources) {
        var loader = Objects.requireNonNullElse(resources.getClassLoader(), getClass().getClassLoader());
        var start = switch (properties.migrate().onStart()) {
            case NONE -> MigrationStart.NONE;
            case VALIDATE -> MigrationStart.VALIDATE;
            case UPGRADE -> MigrationStart.UPGRADE;
        };
        return new Revisions(start, ScriptDirectory.onClassPath(loader, MigrationConfig.defaults(Path.of("."))),
                options);
    }

    /**
     * The revisions on the class path. Immutable.
     *
     * @param start what is done at start
     * @param scripts the revisions
     * @param options how they are run
     */
    private record Revisions(MigrationStart start, ScriptDirectory scripts, MigrationOptions options)
            implements
                SchemaAtStart {

        @Override
        public void run(Engine engine) {
            start.run(engine, scripts, options);
        }

        @Override
        public SchemaState state(Engine engine) {
            try (var connection = engine.connect()) {
                var heads = MigrationContext.of(connection, options).currentHeads();
                return new SchemaState(scripts.named(heads), Set.copyOf(scripts.map().effectiveHeads()));
            }
        }
    }
}
