package dev.rubedo.cli.guide;

import dev.rubedo.cli.RubedoMigrations;
import dev.rubedo.schema.MetaData;

/** The main method of the guide to migrations. */
final class Shop {
    private static final Model model = new Model(new MetaData());

    private Shop() {}

    /** A model with its metadata. */
    private record Model(MetaData metadata) {}

    public static void main(String[] args) {
        System.exit(RubedoMigrations.run(args, model.metadata()));
    }
}
