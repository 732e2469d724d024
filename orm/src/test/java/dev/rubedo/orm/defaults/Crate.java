package dev.rubedo.orm.defaults;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.ServerDefault;
import dev.rubedo.mapping.Version;

/** Has a key that the program gives, and a version. Confined to one thread at a time. */
@Entity
final class Crate extends CrateBase {
    interface Mapped {
        @Id
        @Column(length = 10)
        String code();

        @ServerDefault("5")
        int weight();

        @Version
        int version();
    }

    Crate() {}

    Crate(String code) {
        code(code);
    }
}
