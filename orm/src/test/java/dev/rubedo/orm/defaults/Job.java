package dev.rubedo.orm.defaults;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.ServerDefault;
import org.jspecify.annotations.Nullable;

/** Has a default for each kind of attribute. Confined to one thread at a time. */
@Entity
final class Job extends JobBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 50, unique = true)
        String name();

        @ServerDefault("5")
        int weight();

        @ServerDefault("7")
        long size();

        @ServerDefault("3")
        short rank();

        @ServerDefault("1.5")
        double score();

        @ServerDefault("TRUE")
        boolean active();

        @ServerDefault("9")
        @Nullable
        Integer level();

        @Column(length = 20)
        @ServerDefault("'open'")
        String state();

        int plain();
    }

    Job() {}

    Job(String name) {
        name(name);
    }
}
