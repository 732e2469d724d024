package firm;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Validates;

@Entity(table = "rafts")
public final class Raft extends RaftBase {

    interface Mapped extends Boat.Mapped {
        int getLogs();
    }

    @Validates("name")
    static String checkName(String name) {
        return name;
    }
}
