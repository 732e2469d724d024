package firm;

import dev.rubedo.mapping.Embedded;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Polymorphic;
import dev.rubedo.mapping.Relationship;
import dev.rubedo.mapping.Validates;
import dev.rubedo.mapping.Version;
import org.jspecify.annotations.Nullable;

/** The root of a hierarchy, with an implicit discriminator. */
@Entity(table = "employees", schema = "firm")
@Polymorphic(on = "type", identity = "employee")
public class Employee extends EmployeeBase {

    protected interface Mapped extends Named {
        @Id Long id();

        @Embedded @Nullable Address address();

        @Version int version();

        @Relationship(backPopulates = "members") @Nullable Team team();
    }

    protected Employee() {}

    @Validates("name")
    String checkName(String name) {
        return name.strip();
    }
}
