package firm;

import dev.rubedo.mapping.Entity;

/** A subclass of a subclass without attributes. */
@Entity
public final class Trainee extends TraineeBase {

    interface Mapped extends Engineer.Mapped {}
}
