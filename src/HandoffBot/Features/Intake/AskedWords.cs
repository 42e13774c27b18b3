using HandoffBot.Domain.Leads;

namespace HandoffBot.Features.Intake;

/// <summary>An inquiry with what came with it.</summary>
internal sealed record AskedWords(Inquiry Inquiry, List<LeadWords> Words);
