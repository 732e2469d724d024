package firm;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Entity(table = "teams", schema = "firm")
public final class Team extends TeamBase {

    interface Mapped {
        @Id Integer id();

        @Relationship(backPopulates = "team") List<Employee> members();

        @Relationship(backPopulates = "leads") @Nullable Manager leader();
    }
}
