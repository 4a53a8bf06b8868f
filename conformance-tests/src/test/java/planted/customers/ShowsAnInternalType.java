package planted.customers;

import java.util.List;
import planted.customers.internal.Secret;

/** Breaks: a public signature has no internal type. */
public final class ShowsAnInternalType {
    public List<Secret> secrets() {
        return List.of();
    }
}
