package firm;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Polymorphic;

/** An abstract root in the style of JavaBeans, with an enum as its discriminator. */
@Entity(table = "boats")
@Polymorphic(on = "kind")
public abstract class Boat extends BoatBase {

    /** What a boat is. */
    public enum Kind {
        RAFT, SHIP
    }

    interface Mapped {
        @Id(assigned = true) String getCode();

        Kind getKind();

        String getName();
    }
}
