package io.handlekit.customers.vendor;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The service's codes for customers, logins and general failures, with the texts of public tables. The tables come from
 * the vendor's old documentation; the texts of 131, 193, 196, 346, 358, 515 and 10005 have been seen in replies too,
 * and client authors noted those of 316, 1927 and 10008. The service has other codes as well.
 *
 * <pre>{@code VendorCodes.text(131); // Optional[Invalid telephone country code!]}</pre>
 */
public final class VendorCodes {
    /** The handle is unknown. */
    public static final int UNKNOWN_HANDLE = 193;

    /** The token, or the user name and password, are not valid. */
    public static final int NOT_AUTHENTICATED = 196;

    /**
     * Access is denied. At a login: the user has no authority. For other calls, the code has several causes; see {@link
     * io.handlekit.customers.CustomersFailure.AccessDenied}.
     */
    public static final int ACCESS_DENIED = 10005;

    /** API access is switched off for the user in the control panel. */
    public static final int API_ACCESS_DISABLED = 10008;

    /** The customer lacks additional data that a domain order requires; see {@code TldRequirements}. */
    public static final int ADDITIONAL_DATA_MISSING = 1927;

    private static final Map<Integer, String> TEXTS = Map.ofEntries(
            entry(0, "No errors"),
            entry(1, "No changes in the data"),
            entry(10, "Registry currently not reachable"),
            entry(11, "ERROR CODA response error"),
            entry(12, "This is not an error."),
            entry(15, "EU registration currently closed."),
            entry(16, "Domain is blocked or reserved by EURid"),
            entry(17, "Error communicating with registry"),
            entry(18, "Data is already up-to-date"),
            entry(50, "Calls limit has been reached"),
            entry(98, "Requested data not in data-set"),
            entry(99, "No data returned"),
            entry(100, "Empty initials!"),
            entry(101, "Invalid initials!"),
            entry(102, "Empty first name!"),
            entry(103, "Invalid first name!"),
            entry(104, "Invalid insertion!"),
            entry(105, "Empty last name field!"),
            entry(106, "Invalid lastname!"),
            entry(107, "Empty gender field!"),
            entry(108, "Invalid gender field!"),
            entry(110, "Empty street name field!"),
            entry(111, "Invalid street name!"),
            entry(112, "Empty house number field!"),
            entry(113, "Invalid housenumber!"),
            entry(114, "Invalid suffix field!"),
            entry(115, "Empty zipcode field!"),
            entry(116, "Invalid zipcode!"),
            entry(117, "Empty city field!"),
            entry(118, "Invalid city!"),
            entry(119, "Invalid state!"),
            entry(120, "Empty country field!"),
            entry(121, "Invalid country code!"),
            entry(130, "Empty telephone country code field!"),
            entry(131, "Invalid telephone country code!"),
            entry(132, "Empty telephone regioncode field!"),
            entry(133, "Invalid telephone region code number!"),
            entry(134, "Empty telephone subscribers number!"),
            entry(135, "Invalid telephone subscribers number!"),
            entry(136, "Incomplete telephone number!"),
            entry(137, "Invalid mobile country code!"),
            entry(138, "Invalid mobile region code!"),
            entry(139, "Invalid mobile subscribers number!"),
            entry(140, "Incomplete mobile number!"),
            entry(141, "Invalid fax country code!"),
            entry(142, "Invalid fax region code!"),
            entry(143, "Invalid fax subscribers number!"),
            entry(144, "Incomplete fax number!"),
            entry(145, "Empty e-mail address!"),
            entry(146, "Invalid e-mail!"),
            entry(150, "Invalid fiscal number!"),
            entry(151, "Invalid birthdate!"),
            entry(152, "Invalid birthcity!"),
            entry(160, "Empty companyname field!"),
            entry(161, "Invalid company name!"),
            entry(162, "Invalid vat number!"),
            entry(163, "Invalid Chambre of Commerce number!"),
            entry(164, "Invalid Chambre of Commerce region!"),
            entry(165, "Invalid Chambre of Commerce date!"),
            entry(166, "Empty mainoffice!"),
            entry(167, "Invalid mainoffice!"),
            entry(168, "Empty website field!"),
            entry(169, "Invalid website field!"),
            entry(170, "Empty type field!"),
            entry(171, "A contact person with type already exists"),
            entry(172, "Invalid customer type"),
            entry(173, "ERROR while saving contact data"),
            entry(174, "ERROR requesting external contactdata"),
            entry(175, "Owner is not a citizen of an .EU member-state"),
            entry(176, "Customer handle not found"),
            entry(177, "External customer handle not found"),
            entry(178, "Updating customer data with Registry Failed"),
            entry(180, "Empty search field!"),
            entry(181, "Choose a search type!"),
            entry(182, "Companyname already exists!"),
            entry(183, "Customer is not an individual one"),
            entry(184, "Customer is not a contact person"),
            entry(185, "You cannot delete yourself as a reseller!"),
            entry(186, "Company is still connected to handles!"),
            entry(187, "Customer is still attached to some domains!"),
            entry(190, "Invalid username!"),
            entry(191, "Username already exists!"),
            entry(192, "Password doesn't match verification!"),
            entry(193, "Handle is not recognized by the Openprovider system"),
            entry(194, "Company is not known within the system!"),
            entry(195, "Invalid handle"),
            entry(196, "Authentication/Authorization Failed"),
            entry(199, "An unknown error has occurred!"),
            entry(309, "You have not signed the latest contract"),
            entry(316, "Invalid period!"),
            entry(321, "Domains with extension cannot be traded"),
            entry(346, "Reseller cannot add duplicate domain"),
            entry(358, "Authorization code is invalid"),
            entry(374, "Domain `additionalData` parameter is missing"),
            entry(375, "Domain `additionalData` parameter is invalid"),
            entry(399, "An unknown domain error has occurred"),
            entry(501, "The domainname contains less than the minimum allowed number of characters"),
            entry(502, "An database error has occurred"),
            entry(515, "Invalid status for domain"),
            entry(837, "Not enough money on the balance"),
            entry(872, "Zone specified is not found."),
            entry(920, "Your account balance is insufficient"),
            entry(999, "An unknown error occurred"),
            entry(1201, "Bad CMN-object type"),
            entry(1202, "CMN-object ID is invalid or empty"),
            entry(1203, "CMN-object cannot be found"),
            entry(1204, "Operation is not supported by the object"),
            entry(ADDITIONAL_DATA_MISSING, "Customer required additional data parameter is missing"),
            entry(4001, "Wrong command name."),
            entry(4002, "Access denied."),
            entry(4003, "Command's parameter(s) access violation."),
            entry(4004, "Bad reply"),
            entry(4005, "Disabled for maintenance"),
            entry(4006, "Wrong message format"),
            entry(4007, "API access temporarily blocked because of excessive use"),
            entry(5001, "Empty active flag."),
            entry(5002, "Invalid contact ID."),
            entry(5003, "Empty contact ID."),
            entry(5004, "Cannot remove last admin contact."),
            entry(5005, "Contact cannot remove himself."),
            entry(5006, "Bad password specified."),
            entry(5007, "Passwords are not equal."),
            entry(5008, "Bad IP list value."),
            entry(6001, "AdditionalData: Invalid birth city."),
            entry(6002, "AdditionalData: Invalid birth address."),
            entry(6003, "AdditionalData: Empty birth country."),
            entry(6004, "AdditionalData: Invalid birth country."),
            entry(6005, "AdditionalData: Invalid birth date."),
            entry(6006, "AdditionalData: Invalid birth state."),
            entry(6007, "AdditionalData: Invalid birth zipcode"),
            entry(6008, "AdditionalData: Invalid headquarters address"),
            entry(6009, "AdditionalData: Invalid headquarters city"),
            entry(6010, "AdditionalData: Empty headquarters country"),
            entry(6011, "AdditionalData: Invalid headquarters country"),
            entry(6012, "AdditionalData: Invalid headquarters state"),
            entry(6013, "AdditionalData: Invalid headquarters zipcode"),
            entry(6014, "AdditionalData: Invalid socialsecurity number"),
            entry(6015, "AdditionalData: Invalid city."),
            entry(6016, "AdditionalData: Invalid number."),
            entry(6017, "AdditionalData: Invalid subscription date."),
            entry(6200, "Cannot delete a customer that has domain(s)."),
            entry(6206, "Cannot delete a customer that assigned as default handle(s)."),
            entry(8000, "Reseller ID is invalid"),
            entry(8001, "Reseller ID is empty"),
            entry(8002, "Reseller cannot be created"),
            entry(8003, "Reseller status is invalid"),
            entry(10001, "Invalid email specified."),
            entry(10002, "Invalid username specified."),
            entry(10003, "No email nor username are specified."),
            entry(10004, "Invalid password specified."),
            entry(ACCESS_DENIED, "Access denied."),
            entry(API_ACCESS_DISABLED, "API access is disabled for this contact"),
            entry(15000, "This type of reseller has not enough rights for this operation"),
            entry(20000, "This email address has been verified already"),
            entry(20001, "Verification email in progress"),
            entry(20002, "Required argument is missed"));

    /** Codes of errors in the service or in the systems behind it, which do not say what had been done. */
    private static final Set<Integer> LEAVE_EFFECT_OPEN =
            Set.of(10, 11, 17, 99, 173, 174, 178, 199, 399, 502, 999, 4004);

    /** Codes of systems behind the service that do not answer, and of its database. */
    private static final Set<Integer> TRANSIENT = Set.of(10, 17, 502);

    private VendorCodes() {}

    /** Returns the table's text for a code. */
    public static Optional<String> text(int code) {
        return Optional.ofNullable(TEXTS.get(code));
    }

    /**
     * Returns true if a call refused with this code may still have taken effect. This holds for errors in the service
     * itself, and, as a precaution of ours, for every code without a text here.
     */
    public static boolean leavesEffectOpen(int code) {
        return LEAVE_EFFECT_OPEN.contains(code) || !TEXTS.containsKey(code);
    }

    /** Returns true if a call refused with this code may succeed later. */
    public static boolean isTransient(int code) {
        return TRANSIENT.contains(code);
    }
}
