package planted.call;

/** Prints. */
public class Chatty {
    static int last;

    void print() {
        System.out.println(last);
    }

    void trace(Exception e) {
        e.printStackTrace();
    }
}
