package io.handlekit.mock.internal.store;

import io.handlekit.customers.CustomerTag;

/** One item of everything that a store keeps, as it is saved and loaded. */
public sealed interface StoredItem {
    /**
     * A counter.
     *
     * @param name what it counts: {@link #IDS}, {@link #VERIFICATIONS}, {@link #LOGINS}, or the handles with two letters
     * @param last the number that was given out last
     */
    record Counter(String name, long last) implements StoredItem {
        /** The ids of customers. */
        public static final String IDS = "ids";

        /** The ids of verifications. */
        public static final String VERIFICATIONS = "verifications";

        /** The logins, from which tokens are made. */
        public static final String LOGINS = "logins";

        private static final String HANDLES = "handles ";

        /** Returns the name of the counter of handles with these letters. */
        public static String handles(String letters) {
            return HANDLES + letters;
        }

        /** Returns the letters of the handles that it counts; empty for another counter. */
        public String letters() {
            return name.startsWith(HANDLES) ? name.substring(HANDLES.length()) : "";
        }

        @Override
        public String toString() {
            return "Counter[" + name + " " + last + "]";
        }
    }

    /** A customer. */
    record Customer(StoredCustomer customer) implements StoredItem {}

    /** A tag of the account. */
    record Tag(CustomerTag tag) implements StoredItem {}

    /** A verification of an address. */
    record Verification(StoredVerification verification) implements StoredItem {}
}
