package dev.rubedo.orm.hospital;

import dev.rubedo.mapping.Column;

/** A mixin: everything with a name. */
public interface Named {
    @Column(length = 60)
    String name();
}
