package dev.rubedo.orm.relation;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.util.Set;

/** Something that sticks to one car. Confined to one thread at a time. */
@Entity(table = "stickers")
public final class Sticker extends StickerBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 20)
        String name();

        @Relationship(backPopulates = "stickers")
        Set<Car> cars();
    }

    Sticker() {}

    /** Makes one. */
    public Sticker(String name) {
        name(name);
    }
}
