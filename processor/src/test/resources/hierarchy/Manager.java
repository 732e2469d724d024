package firm;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Loading;
import dev.rubedo.mapping.Polymorphic;
import dev.rubedo.mapping.Relationship;
import java.util.List;

/** A subclass with a table of its own. */
@Entity(table = "managers")
@Polymorphic(identity = "boss", loading = Loading.SELECT_IN)
public final class Manager extends ManagerBase {

    interface Mapped extends Employee.Mapped {
        @Relationship(backPopulates = "leader") List<Team> leads();
    }
}
