package dev.rubedo.orm.inheritance.shapes;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Formula;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Polymorphic;
import dev.rubedo.mapping.Relationship;
import dev.rubedo.mapping.Version;
import dev.rubedo.sql.Expression;
import org.jspecify.annotations.Nullable;

/** An abstract root without a table. Confined to one thread at a time. */
@Entity
@Polymorphic(concrete = true)
public abstract class Shape extends ShapeBase {

    interface Mapped {
        @Id
        Long id();

        @Column(length = 30)
        String name();

        @Version
        int version();

        @Relationship
        @Nullable
        Layer layer();
    }

    @Formula
    static Expression<String> shout(Shape_ shape) {
        return shape.name.concat("!");
    }
}
