package dev.rubedo.cli.guide;

import dev.rubedo.cli.RubedoMigrations;
import dev.rubedo.migrate.command.MigrationEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The main method of the guide that runs compiled revisions where there are no sources. */
final class ReleasedShop {
    private ReleasedShop() {}

    public static void main(String[] args) {
        System.exit(RubedoMigrations.run(args, new MigrationEnvironment() {
            @Override
            public Optional<ClassLoader> compiledRevisions() {
                return Files.isDirectory(Path.of("migrations")) ? Optional.empty()
                        : Optional.of(getClass().getClassLoader());
            }
        }));
    }
}
