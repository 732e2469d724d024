package firm;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Polymorphic;
import dev.rubedo.mapping.Validates;
import org.jspecify.annotations.Nullable;

/** A subclass in the table of the root, whose discriminator value is its name. */
@Entity
public class Engineer extends EngineerBase {

    protected interface Mapped extends Employee.Mapped, Named {
        /** What is spoken. */
        String language();

        int level();
    }

    protected Engineer() {}

    public Engineer(String name) {
        name(name).language("java").level(1);
    }

    @Validates("name")
    static String checkTitle(String name) {
        return name;
    }
}
