package dev.rubedo.orm.mixin;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;

/** Has what its mixins declare. Confined to one thread at a time. */
@Entity
final class Member extends MemberBase {
    interface Mapped extends BaseModel, SoftDeletable {
        @Column(length = 50)
        String name();
    }

    Member() {}

    Member(String name) {
        name(name);
    }
}
