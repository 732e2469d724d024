package blog;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.util.Set;

/** The other side of many-to-many. */
@Entity(table = "groups")
public final class Group extends GroupBase {

    interface Mapped {
        @Id Integer id();

        String name();

        @Relationship(backPopulates = "groups") Set<User> users();
    }
}
