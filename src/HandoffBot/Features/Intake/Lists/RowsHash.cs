using System.Security.Cryptography;
using System.Text;
using HandoffBot.Domain.Leads;

namespace HandoffBot.Features.Intake.Lists;

/// <summary>
/// By which the same rows are known again in whatever file they come: SHA-256 of what was read of each, in order. A program that saves a
/// list anew may lose pluses, quotes and empty rows.
/// </summary>
internal sealed class RowsHash : IDisposable
{
    private const char EndOfField = '\u001F';
    private const char EndOfRow = '\u001E';

    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public string Value => Convert.ToHexStringLower(hash.GetCurrentHash());

    public void Add(ListRow row)
    {
        var fields = row.Asked is { } asked ? FieldsOf(asked) : [row.Flaw.ToString()];
        hash.AppendData(Encoding.UTF8.GetBytes(string.Join(EndOfField, fields) + EndOfRow));
    }

    public void Dispose() => hash.Dispose();

    private static IEnumerable<string?> FieldsOf(NewInquiry asked) =>
        [
            asked.KeyKind is InquiryKey.ExternalId ? asked.Key : null,
            asked.Name,
            asked.Phone.Shown,
            asked.Phone.Extension,
            asked.Email,
            asked.Messenger,
            asked.Message,
            asked.Product,
            asked.City,
            asked.Campaign,
            LeadTrace.WithoutSpelling(asked.Trace),
        ];
}
