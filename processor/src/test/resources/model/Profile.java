package blog;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.util.UUID;

/** The style of JavaBeans, a key that the application assigns, and a foreign key that the relationship makes. */
@Entity
final class Profile extends ProfileBase {

    interface Mapped {
        @Id UUID getId();

        /**
         * What others may know.
         *
         * @deprecated nobody reads it
         */
        @Deprecated @Marked("bio") String getBio();

        boolean isVisible();

        @Relationship(backPopulates = "profile") User getUser();
    }
}
